import { useQueryClient } from "@tanstack/solid-query";
import { createMemo, createSignal, Show } from "solid-js";
import IconLink from "~icons/lucide/link";
import { useTexts } from "#web/lib/i18n.tsx";
import { isOnline } from "#web/lib/online.ts";
import { onLive } from "#web/lib/live.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { CategoryIcon } from "#web/features/boards/board/category-icon.tsx";
import { TaskRow } from "#web/features/boards/tasks/task-row.tsx";
import { useVisit } from "#web/features/boards/visit-provider.tsx";
import { foundTasksQuery, noteTasksQuery } from "./queries.ts";

/** The cards that name a note, on every board, live; a card is linked from here as it is from its board. */
export function NoteCards(props: { noteId: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const toasts = useToasts();
  const visit = useVisit();
  const [open, setOpen] = createSignal(false);
  const found = useQuery(() => noteTasksQuery(props.noteId));
  const words = () => t().notes.cards;
  const again = () => void queries.invalidateQueries({ queryKey: ["tasks"] });
  onLive("tasks", again);
  onLive("boards", again);
  const rows = createMemo(() => (found.data?.items ?? []).map((task) => ({ ...task, task })));
  const link = async (boardId: string, card: string) => {
    setOpen(false);
    const other = props.noteId;
    const live = await visit(boardId);
    await live.act({ kind: "card.link", card, other, relation: "relates" });
  };
  return (
    <section aria-labelledby="note-cards" class="mt-8">
      <div class="mb-2 flex min-h-7 items-center gap-2 phone:min-h-11">
        <h2 id="note-cards" class="font-semibold">
          {words().title}
        </h2>
        <span class="flex-1" />
        <Show when={session.can("boards.write")}>
          <Popover
            label={words().add}
            open={open()}
            onOpenChange={setOpen}
            placement="bottom-end"
            class="w-80"
            trigger={(attributes) => (
              <Button {...attributes} class={undefined} kind="ghost" size="sm" icon={IconLink}>
                {words().add}
              </Button>
            )}
          >
            <CardPick
              linked={rows().map(({ id }) => id)}
              onPick={(boardId, card) =>
                void link(boardId, card).catch(() =>
                  toasts.show({ text: t().tasks.unreachable, tone: "bad" }),
                )
              }
            />
          </Popover>
        </Show>
      </div>
      <QueryView query={found} skeleton={<SkeletonRows rows={2} />}>
        {() => (
          <Show when={rows().length > 0} fallback={<p class="text-ink-3">{words().none}</p>}>
            <ul class="divide-y divide-line overflow-hidden rounded-3 border border-line bg-surface">
              <EachById items={rows()}>
                {(row) => <TaskRow task={row().task} ticked={false} onTick={undefined} />}
              </EachById>
            </ul>
          </Show>
        )}
      </QueryView>
    </section>
  );
}

function CardPick(props: {
  linked: readonly string[];
  onPick: (board: string, card: string) => void;
}) {
  const t = useTexts();
  const [typed, setTyped] = createSignal("");
  const asked = () => typed().trim();
  const found = useQuery(() => ({ ...foundTasksQuery(asked()), enabled: asked().length > 1 }));
  const tasks = () => (asked().length > 1 ? (found.data?.items ?? []) : []);
  return (
    <ComboboxList
      label={t().notes.cards.card}
      options={tasks()
        .filter(({ id }) => !props.linked.includes(id))
        .map((task) => ({
          value: task.id,
          label: `${task.reference} ${task.title} · ${task.boardTitle}`,
          mark: () => <CategoryIcon category={task.category} />,
        }))}
      loading={asked().length > 1 && found.isPending && isOnline()}
      chosen={[]}
      onSearch={setTyped}
      onToggle={(id) => {
        const task = tasks().find((one) => one.id === id);
        if (task) props.onPick(task.boardId, id);
      }}
    />
  );
}
