import IconPlus from "~icons/lucide/plus";
import { A, useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createMemo, createSignal, onMount, Show } from "solid-js";
import type { ListedBoard } from "#domain/boards/view.ts";
import { onAskedToCreate } from "#web/lib/asked-to-create.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { boardListQuery } from "#web/features/boards/queries.ts";
import { ArchivedBoards } from "./archived-boards.tsx";
import { BoardRow } from "./board-row.tsx";
import { CreateBoard } from "./create-board.tsx";

/**
 * Ids by last activity, the newest first. While the list is held, boards that were there keep their places, so that none
 * leaves from under the pointer while somebody works on another.
 */
function byActivity(boards: readonly ListedBoard[], before: readonly string[], held: boolean) {
  const known = held ? before.filter((id) => boards.some((board) => board.id === id)) : [];
  const fresh = boards.filter(({ id }) => !known.includes(id));
  return [
    ...fresh.toSorted((a, b) => (a.activeAt < b.activeAt ? 1 : -1)).map(({ id }) => id),
    ...known,
  ];
}

const may = () => session.can("boards.manage");

/** The boards of the organization. */
export function BoardsPage() {
  const t = useTexts();
  const queries = useQueryClient();
  const [search] = useSearchParams<{ archived?: string }>();
  const boards = useQuery(() => boardListQuery());
  const [creating, setCreating] = createSignal(false);
  const [pointed, setPointed] = createSignal(false);
  usePage(() => ({ title: t().boardScreen.title }));
  const order = createMemo<string[]>(
    (before) => byActivity(boards.isSuccess ? boards.data.items : [], before, pointed()),
    [],
  );
  const inOrder = (items: readonly ListedBoard[]) => {
    const byId = new Map(items.map((board) => [board.id, board]));
    return order().flatMap((id) => byId.get(id) ?? []);
  };
  const again = () => void queries.invalidateQueries({ queryKey: ["boards"] });
  onLive("boards", again);
  // What the object of a board has projected.
  onLive("tasks", () => void queries.invalidateQueries({ queryKey: ["boards", "list"] }));
  onShortcuts(() => (may() ? { c: () => setCreating(true) } : {}));
  onAskedToCreate(() => setCreating(may()));
  // Whoever sees the list opens a board next: its page is fetched when this one stands.
  onMount(() => void import("./board-page.tsx"));
  const create = () => (
    <Button kind="primary" icon={IconPlus} kbd="C" onClick={() => setCreating(true)}>
      {t().boardScreen.create}
    </Button>
  );
  return (
    <div class="mx-auto w-full max-w-200 px-6 py-5 phone:px-4 phone:py-3">
      <h1 class="sr-only">{t().boardScreen.title}</h1>
      <Show when={may()}>
        <PageActions>
          <A href="/boards/import" class={buttonClass()}>
            {t().boardImports.open}
          </A>
          {create()}
        </PageActions>
      </Show>
      <Show when={search.archived}>
        <h2 class="mb-3 font-semibold">{t().boardCard.archive.boards}</h2>
        <ArchivedBoards />
      </Show>
      <Show when={!search.archived}>
        <QueryView query={boards}>
          {(data) => (
            <Show
              when={data().items.length > 0}
              fallback={
                <EmptyState
                  title={t().boardScreen.none}
                  body={t().boardScreen.noneBody}
                  actions={<Show when={may()}>{create()}</Show>}
                />
              }
            >
              <ul
                class="divide-y divide-line rounded-3 border border-line bg-surface"
                onPointerEnter={() => setPointed(true)}
                onPointerLeave={() => setPointed(false)}
              >
                <EachById items={inOrder(data().items)}>
                  {(board) => <BoardRow board={board()} />}
                </EachById>
              </ul>
            </Show>
          )}
        </QueryView>
      </Show>
      <A
        href={search.archived ? "/boards" : "/boards?archived=1"}
        class={cx(buttonClass("ghost", "sm"), "mt-3 -ml-2")}
      >
        {search.archived ? t().boardCard.archive.boardsBack : t().boardCard.archive.boards}
      </A>
      <CreateBoard open={creating()} onClose={() => setCreating(false)} />
    </div>
  );
}
