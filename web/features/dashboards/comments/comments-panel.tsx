import { createSignal, For, onCleanup, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { createPeople } from "#web/features/clients/people.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { CommentComposer } from "./comment-composer.tsx";
import { CommentItem } from "./comment-item.tsx";
import type { Comments } from "./queries.ts";

/** What is said on the open dashboard and its widgets. What was there when it opened counts as read when it closes. */
export function CommentsPanel(props: { comments: Comments; onClose: () => void }) {
  const t = useTexts();
  const people = createPeople();
  const { dashboard } = useDashboard();
  const [resolved, setResolved] = createSignal(false);
  const words = () => t().dashboardTalk;
  onCleanup(() => {
    if (props.comments.unread() > 0) void props.comments.markRead().catch(() => undefined);
  });
  return (
    <Portal>
      <div class="pointer-events-none fixed inset-0 z-slide">
        <SlideOver
          title={words().title}
          head={<span class="font-semibold text-ink">{words().title}</span>}
          class="pointer-events-auto"
          onClose={() => props.onClose()}
          foot={
            dashboard().can.write ? (
              <CommentComposer people={people} comments={props.comments} />
            ) : undefined
          }
        >
          <QueryView query={props.comments.query}>
            {(data) => {
              const settled = () => data().items.filter(({ resolvedAt }) => resolvedAt !== null);
              const shown = () =>
                resolved()
                  ? data().items
                  : data().items.filter(({ resolvedAt }) => resolvedAt === null);
              return (
                <>
                  <Show when={settled().length > 0}>
                    <TextButton onClick={() => setResolved((on) => !on)}>
                      {resolved() ? words().hideResolved : words().showResolved(settled().length)}
                    </TextButton>
                  </Show>
                  <Show
                    when={shown().length > 0}
                    fallback={
                      <p class="mt-2 text-ink-2">
                        {settled().length > 0 ? words().noneOpen : words().none}
                      </p>
                    }
                  >
                    <ol class="divide-y divide-line">
                      <For each={shown()}>
                        {(comment) => (
                          <li>
                            <CommentItem
                              comment={comment}
                              people={people}
                              comments={props.comments}
                            />
                          </li>
                        )}
                      </For>
                    </ol>
                  </Show>
                </>
              );
            }}
          </QueryView>
        </SlideOver>
      </div>
    </Portal>
  );
}
