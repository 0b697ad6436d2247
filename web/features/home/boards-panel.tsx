import IconBoard from "~icons/lucide/square-kanban";
import { Show } from "solid-js";
import type { BoardView } from "#domain/boards/view.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView, type Shown } from "#web/lib/query-view.tsx";
import { buttonClass } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { Panel } from "./panel.tsx";

type Boards = { items: BoardView[] };

/** The boards of the organization, one click away. */
export function BoardsPanel(props: { query: Shown<Boards> }) {
  const t = useTexts();
  return (
    <Panel
      title={t().home.yourBoards}
      action={
        <a href="/boards" class="text-ink-2 hover:text-ink hover:underline">
          {t().home.seeAll}
        </a>
      }
    >
      <QueryView query={props.query} skeleton={<SkeletonRows rows={3} />}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <EmptyState
                title={t().home.noBoards}
                body={t().home.noBoardsBody}
                actions={
                  <a href="/boards" class={buttonClass("primary")}>
                    {t().home.toBoards}
                  </a>
                }
              />
            }
          >
            <ul class="divide-y divide-line">
              <EachById items={data().items.slice(0, 6)}>
                {(board) => (
                  <li>
                    <a
                      href={`/boards/${board().id}`}
                      class="flex min-h-row items-center gap-2.5 px-4 py-1.5 outline-offset-[-2px] hover:bg-canvas"
                    >
                      <Icon of={IconBoard} class="text-ink-3" />
                      <span class="min-w-0 flex-1 truncate">{board().title}</span>
                      <span class="text-small text-ink-3">{board().prefix}</span>
                    </a>
                  </li>
                )}
              </EachById>
            </ul>
          </Show>
        )}
      </QueryView>
    </Panel>
  );
}
