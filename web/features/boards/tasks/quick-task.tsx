import IconPlus from "~icons/lucide/plus";
import { createSignal, Show } from "solid-js";
import { newId } from "#domain/ids.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useTitles } from "#web/features/boards/board/titles.ts";
import { boardListQuery } from "#web/features/boards/queries.ts";
import { useVisit } from "#web/features/boards/visit-provider.tsx";

/** A new card for a client: a title, and the board whose first column takes it. What is typed stays until it is kept. */
export function QuickTask(props: {
  clientId: string;
  /** The board that is offered first. */
  board: string | undefined;
  onAdded: () => void;
}) {
  const t = useTexts();
  const toasts = useToasts();
  const take = useTitles();
  const visit = useVisit();
  const boards = useQuery(() => boardListQuery());
  const [title, setTitle] = createSignal("");
  const [chosen, setChosen] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const open = () => (boards.isSuccess ? boards.data.items : []).filter(({ can }) => can.write);
  const board = () =>
    open().find(({ id }) => id === chosen()) ??
    open().find(({ id }) => id === props.board) ??
    open()[0];

  const create = async (
    to: { id: string },
    fields: { title: string; description?: string },
    clientId: string,
  ) => {
    const live = await visit(to.id);
    const column = live.columns().find(({ category }) => category !== "done") ?? live.columns()[0];
    const card = newId("crd");
    if (!column) throw new Error("no column");
    const refused = await live.act({
      kind: "card.create",
      card,
      column: column.id,
      after: null,
      before: null,
      fields: { ...fields, clientId },
    });
    if (refused) throw new Error(refused);
    return () => live.act({ kind: "card.delete", card });
  };
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const to = board();
    if (title().trim() === "" || !to || busy()) return;
    const fields = take(title());
    if (!fields) return;
    setBusy(true);
    try {
      const undo = await create(to, fields, props.clientId);
      setTitle("");
      toasts.show({ text: t().tasks.added(fields.title, to.title), onUndo: () => void undo() });
      props.onAdded();
    } catch {
      toasts.show({ text: t().tasks.notAdded, tone: "bad" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Show
      when={open().length > 0}
      fallback={
        <Show when={boards.isSuccess}>
          <p class="text-small text-ink-3">{t().tasks.noBoard}</p>
        </Show>
      }
    >
      <form novalidate class="flex items-center gap-2" onSubmit={(event) => void add(event)}>
        <TextField
          class="min-w-0 flex-1"
          size="sm"
          label={t().tasks.addForClient}
          labelHidden
          placeholder={t().tasks.addPlaceholder}
          value={title()}
          onInput={setTitle}
        />
        <Select
          class="w-40 shrink-0 phone:w-32"
          size="sm"
          label={t().tasks.addTo}
          labelHidden
          options={open().map(({ id, title: label }) => ({ value: id, label }))}
          value={board()?.id}
          onChange={setChosen}
        />
        <IconButton
          type="submit"
          icon={IconPlus}
          kind="secondary"
          label={t().tasks.add}
          disabled={busy() || title().trim() === ""}
        />
      </form>
    </Show>
  );
}
