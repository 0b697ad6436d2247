import { useSearchParams } from "@solidjs/router";
import { createMemo, Show, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView, type Shown } from "#web/lib/query-view.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { BARE } from "./address.ts";
import { DayList } from "./day-list.tsx";

interface Pages<T> {
  pages: readonly { items: readonly T[] }[];
}

/** A log page by page: its shape while it loads, nothing yet, nothing that matches, or its days and the way on. */
export function LogList<T extends { id: number | string; at: string }>(props: {
  query: Shown<Pages<T>> & {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
  narrowed: boolean;
  empty: { title: string; body: string };
  children: (row: () => T) => JSX.Element;
}) {
  const t = useTexts();
  const [, setParams] = useSearchParams();
  const nothing = () => (
    <Show
      when={props.narrowed}
      fallback={<EmptyState title={props.empty.title} body={props.empty.body} />}
    >
      <EmptyState
        title={t().audit.empty.noMatch}
        body={t().audit.empty.noMatchBody}
        actions={<Button onClick={() => setParams({ ...BARE })}>{t().audit.filter.clear}</Button>}
      />
    </Show>
  );
  return (
    <QueryView query={props.query} skeleton={<SkeletonRows rows={12} />}>
      {(data) => {
        const rows = createMemo(() => data().pages.flatMap((page) => page.items));
        return (
          <Show when={rows().length > 0} fallback={nothing()}>
            <DayList rows={rows()}>{(row) => props.children(row)}</DayList>
            <div class="flex justify-center px-4 py-4 text-small text-ink-3">
              <Show when={props.query.hasNextPage} fallback={t().audit.end}>
                <Button
                  loading={props.query.isFetchingNextPage}
                  onClick={() => void props.query.fetchNextPage()}
                >
                  {t().audit.more}
                </Button>
              </Show>
            </div>
          </Show>
        );
      }}
    </QueryView>
  );
}
