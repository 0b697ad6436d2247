import { Show } from "solid-js";
import type { WorkspaceItem } from "#domain/workspaces/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView, type Shown } from "#web/lib/query-view.tsx";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { WorkspaceCard } from "./workspace-card.tsx";

/** A list of workspaces page by page, as far as it is shown. */
type Pages = Shown<{ pages: readonly { items: readonly WorkspaceItem[] }[] }> & {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
};

/** Workspaces as cards, the next page on a click. */
export function WorkspaceGrid(props: { list: Pages }) {
  const t = useTexts();
  return (
    <section aria-labelledby="spaces">
      <h2 id="spaces" class="mb-2 font-semibold">
        {t().workspaces.spaces}
      </h2>
      <QueryView query={props.list}>
        {(data) => (
          <Show
            when={data().pages.some(({ items }) => items.length > 0)}
            fallback={<p class="text-ink-2">{t().workspaces.empty.reader}</p>}
          >
            <ul class="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-3">
              <EachById items={data().pages.flatMap(({ items }) => items)}>
                {(workspace) => <WorkspaceCard workspace={workspace()} />}
              </EachById>
            </ul>
            <Show when={props.list.hasNextPage}>
              <Button
                class="mt-3"
                loading={props.list.isFetchingNextPage}
                onClick={() => void props.list.fetchNextPage()}
              >
                {t().workspaces.more}
              </Button>
            </Show>
          </Show>
        )}
      </QueryView>
    </section>
  );
}
