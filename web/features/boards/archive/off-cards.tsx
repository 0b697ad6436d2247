import IconSearch from "~icons/lucide/search";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, onCleanup, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { isThere } from "#domain/boards/whole.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { OffCardRow } from "./off-card-row.tsx";
import { type OffState, offBoardQuery } from "./queries.ts";

const TYPING_MS = 250;

const isOnBoard = (card: Card | undefined) => card !== undefined && isThere(card);

/** Archived or deleted cards of the board, searched as one types, brought back one by one or together. */
export function OffCards(props: { state: OffState }) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [typed, setTyped] = createSignal("");
  const [words, setWords] = createSignal("");
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  /** Cards that are on their way: the list of the server follows in a moment. */
  const [gone, setGone] = createSignal<ReadonlySet<string>>(new Set());
  const found = useInfiniteQuery(() => offBoardQuery(room.record().id, props.state, words()));
  onLive("tasks", () => void queries.invalidateQueries({ queryKey: ["boards", "off"] }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const search = (text: string) => {
    setTyped(text);
    clearTimeout(timer);
    timer = setTimeout(() => setWords(text.trim()), TYPING_MS);
  };
  const archived = () => props.state === "archived";
  const texts = () => t().boardCard.archive;
  const back = () => (archived() ? texts().restore : texts().restoreDeleted);
  const cards = (pages: readonly { items: readonly { id: string }[] }[]) =>
    pages.flatMap(({ items }) => items.map(({ id }) => id)).filter((id) => !gone().has(id));

  const leave = (ids: readonly string[]) => {
    setGone((old) => new Set([...old, ...ids]));
    setChosen(new Set<string>());
  };
  const stay = (ids: readonly string[]) =>
    setGone((old) => new Set([...old].filter((id) => !ids.includes(id))));
  async function restore(ids: readonly string[]): Promise<void> {
    const kind = archived() ? ("card.unarchive" as const) : ("card.restore" as const);
    leave(ids);
    const reason = await room.live.act(...ids.map((card) => ({ kind, card })));
    if (reason) return void stay(ids);
    toasts.show({
      text: texts().restored(ids.length),
      holds: () => ids.some((id) => isOnBoard(room.live.card(id))),
      onUndo() {
        const again = archived() ? ("card.archive" as const) : ("card.delete" as const);
        stay(ids);
        void room.live.act(...ids.map((card) => ({ kind: again, card })));
      },
    });
  }
  async function remove(ids: readonly string[]): Promise<void> {
    leave(ids);
    const reason = await room.live.act(
      ...ids.map((card) => ({ kind: "card.delete" as const, card })),
    );
    if (reason) return void stay(ids);
    toasts.show({
      text: texts().removed(ids.length),
      holds: () => ids.some((id) => room.live.card(id)?.deleted),
      onUndo() {
        stay(ids);
        void room.live.act(...ids.map((card) => ({ kind: "card.restore" as const, card })));
      },
    });
  }
  const toggle = (id: string) =>
    setChosen((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const nothing = () => {
    if (words() !== "") return texts().noMatch;
    return archived() ? texts().none : texts().noneDeleted;
  };
  return (
    <div class="flex flex-col gap-3">
      <TextField
        label={texts().search}
        labelHidden
        placeholder={texts().search}
        icon={IconSearch}
        type="search"
        value={typed()}
        onInput={search}
      />
      <Show when={chosen().size > 0}>
        <div
          role="toolbar"
          aria-label={texts().chosen(chosen().size)}
          class="flex flex-wrap items-center gap-2"
        >
          <span class="mr-auto font-medium">{texts().chosen(chosen().size)}</span>
          <Button kind="primary" size="sm" onClick={() => void restore([...chosen()])}>
            {back()}
          </Button>
          <Show when={archived()}>
            <Button kind="danger" size="sm" onClick={() => void remove([...chosen()])}>
              {texts().remove}
            </Button>
          </Show>
        </div>
      </Show>
      <QueryView query={found}>
        {(data) => (
          <Show
            when={cards(data().pages).length > 0}
            fallback={
              <EmptyState
                title={nothing()}
                body={archived() && words() === "" ? texts().noneBody : undefined}
              />
            }
          >
            <ul class="divide-y divide-line rounded-3 border border-line bg-surface">
              <For each={cards(data().pages)}>
                {(id) => (
                  <Show
                    when={data()
                      .pages.flatMap(({ items }) => items)
                      .find((card) => card.id === id)}
                  >
                    {(card) => (
                      <OffCardRow
                        card={card()}
                        chosen={chosen().has(id)}
                        back={back()}
                        onChoose={() => toggle(id)}
                        onBack={() => void restore([id])}
                      />
                    )}
                  </Show>
                )}
              </For>
            </ul>
            <Show when={found.hasNextPage}>
              <Button
                class="self-center"
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {texts().more}
              </Button>
            </Show>
          </Show>
        )}
      </QueryView>
    </div>
  );
}
