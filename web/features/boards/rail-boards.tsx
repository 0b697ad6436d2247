import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { cx } from "#web/ui/cx.ts";
import { EachById } from "#web/ui/each-by-id.tsx";
import { boardListQuery } from "./queries.ts";

/** As many as the rail has room for; the rest is one click away. */
const MOST = 12;

/** The boards beside an open one: a click away, and where a card can be dropped to go there. */
export function RailBoards(props: { current: string | undefined }) {
  const t = useTexts();
  const boards = useQuery(() => boardListQuery());
  const items = () => (boards.isSuccess ? boards.data.items : []).slice(0, MOST);
  return (
    <Show when={items().length > 1}>
      <ul
        aria-label={t().boardScreen.title}
        class="mb-1 ml-4 flex flex-col border-l border-line pl-2"
      >
        <EachById items={items()}>
          {(board) => (
            <li>
              <a
                href={`/boards/${board().id}`}
                data-drop-board={
                  board().id === props.current || !board().can.write ? undefined : board().id
                }
                data-title={board().title}
                aria-current={board().id === props.current ? "page" : undefined}
                class={cx(
                  "flex h-7 items-center rounded-2 px-2 text-small text-ink-2 hover:bg-hover hover:text-ink",
                  "data-over:bg-accent-soft data-over:text-accent-ink data-over:inset-ring-2 data-over:inset-ring-accent-line",
                  board().id === props.current && "font-medium text-ink",
                )}
              >
                <span class="truncate">{board().title}</span>
              </a>
            </li>
          )}
        </EachById>
      </ul>
    </Show>
  );
}
