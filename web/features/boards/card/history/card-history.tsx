import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { throttled } from "#web/lib/throttled.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { isLinkNews, LINKS_AT_MOST_EVERY_MS } from "#web/features/boards/card/links/link-news.ts";
import { cardHistoryQuery } from "#web/features/boards/queries.ts";
import { ChangeRow } from "./change-row.tsx";
import { toldEntries } from "./told.ts";

/** Everything that was done to a card, last first, as it happens. */
export function CardHistory(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const query = useInfiniteQuery(() => cardHistoryQuery(room.record().id, props.card.id));
  // What was said of a link on a card of another board is told here as well.
  const readLater = throttled(() => void query.refetch(), LINKS_AT_MOST_EVERY_MS);
  onLive("tasks", (event) => {
    if (event.entityId === room.record().id) void query.refetch();
    else if (isLinkNews(room, event)) readLater();
  });
  return (
    <QueryView query={query}>
      {(data) => {
        const entries = () => toldEntries(data().pages.flatMap(({ items }) => items));
        return (
          <>
            <Show
              when={entries().length > 0}
              fallback={<p class="py-2 text-ink-3">{t().cardTalk.history.none}</p>}
            >
              <ol>
                <EachById items={entries()}>
                  {(entry) => <ChangeRow card={props.card} entry={entry()} />}
                </EachById>
              </ol>
            </Show>
            <Show when={query.hasNextPage}>
              <Button
                size="sm"
                class="mt-2"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t().cardTalk.history.more}
              </Button>
            </Show>
          </>
        );
      }}
    </QueryView>
  );
}
