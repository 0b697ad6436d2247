import { createEffect, createSignal, For, onCleanup, onMount, Show, type JSX } from "solid-js";
import { Portal } from "solid-js/web";
import { createMentionable } from "#web/features/clients/mentionable.ts";
import { createPeople } from "#web/features/clients/people.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { cx } from "#web/ui/cx.ts";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { CommentComposer } from "./comment-composer.tsx";
import { CommentItem } from "./comment-item.tsx";
import type { Comments } from "./queries.ts";

/** A comment in the list; the one that a link leads to is brought before one's eyes, and marked. */
function Row(props: { wanted: boolean; children: JSX.Element }) {
  let row!: HTMLLIElement;
  onMount(() => {
    createEffect(() => {
      if (props.wanted) row.scrollIntoView({ block: "nearest" });
    });
  });
  return (
    <li
      ref={row}
      aria-current={props.wanted ? "true" : undefined}
      class={cx(props.wanted && "-mx-3 rounded-2 bg-canvas px-3 ring-1 ring-accent")}
    >
      {props.children}
    </li>
  );
}

/**
 * What is said on the open dashboard and its widgets. What was there when it opened counts as read when it closes. `wanted`: the
 * comment that a link leads to.
 */
export function CommentsPanel(props: {
  comments: Comments;
  wanted?: string | undefined;
  onClose: () => void;
}) {
  const t = useTexts();
  const people = createPeople();
  const { dashboard } = useDashboard();
  const [resolved, setResolved] = createSignal(false);
  const words = () => t().dashboardTalk;
  const mentionable = createMentionable("analytics.read");
  const found = () => {
    const { query } = props.comments;
    return query.isSuccess ? query.data.items.find(({ id }) => id === props.wanted) : undefined;
  };
  // What is settled is shown when a link leads to it.
  createEffect(() => {
    if (found()?.resolvedAt) setResolved(true);
  });
  const isGone = () =>
    props.wanted !== undefined &&
    props.comments.query.isSuccess &&
    !props.comments.query.isFetching &&
    !found();
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
              <CommentComposer mentionable={mentionable()} comments={props.comments} />
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
                  <Show when={isGone()}>
                    <p role="status" class="mb-2 text-ink-2">
                      {words().deleted}
                    </p>
                  </Show>
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
                          <Row wanted={comment.id === props.wanted}>
                            <CommentItem
                              comment={comment}
                              people={people}
                              mentionable={mentionable()}
                              comments={props.comments}
                            />
                          </Row>
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
