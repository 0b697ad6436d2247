import { createEffect, createSignal, For, Match, on, onCleanup, Show, Switch } from "solid-js";
import type { Comment } from "#domain/boards/comment.ts";
import type { Card } from "#domain/boards/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { isOnline } from "#web/lib/online.ts";
import IconOffline from "~icons/lucide/cloud-off";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { commentsQuery } from "#web/features/boards/queries.ts";
import { CardHistory } from "#web/features/boards/card/history/card-history.tsx";
import { CommentItem } from "./comment-item.tsx";

type View = "comments" | "history";

/** What is said about a card and what was done to it. */
export function Talk(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const [view, setView] = createSignal<View>("comments");
  return (
    <Tabs<View>
      class="border-t border-line pt-3"
      label={t().cardTalk.tabs.label}
      value={view()}
      onChange={setView}
      tabs={[
        {
          value: "comments",
          label: t().cardTalk.tabs.comments,
          count: room.live.comments(props.card.id).length || (props.card.comments ?? 0),
        },
        { value: "history", label: t().cardTalk.tabs.history },
      ]}
    >
      {(shown) => (
        <Switch>
          <Match when={shown === "comments"}>
            <Comments card={props.card.id} count={props.card.comments ?? 0} />
          </Match>
          <Match when={shown === "history"}>
            <CardHistory card={props.card} />
          </Match>
        </Switch>
      )}
    </Tabs>
  );
}

/**
 * Comments as the object tells them once, and live from then on: read anew when the board came whole. Without a connection
 * it says since when they may have gone on elsewhere.
 */
function Comments(props: { card: string; count: number }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const query = useQuery(() => commentsQuery(room.record().id, props.card));
  createEffect(
    on(
      () => room.live.arrivals(),
      () => void query.refetch(),
      { defer: true },
    ),
  );
  createEffect(() => {
    if (query.isSuccess) room.live.hold(query.data.items.map(held));
  });
  const comments = () => room.live.comments(props.card);
  const away = () => !isOnline() || room.live.link.status === "waiting";
  /** UTC milliseconds at which the page last heard of them live. */
  const [heardAt, setHeardAt] = createSignal(0);
  createEffect(() => {
    if (room.live.link.status === "open" && isOnline()) onCleanup(() => setHeardAt(Date.now()));
  });
  const isPartial = () => !query.isSuccess && props.count > comments().length;
  return (
    <>
      <Show when={away() && (query.isSuccess || isPartial())}>
        <p class="flex items-center gap-1.5 py-2 text-small text-ink-3">
          <Icon of={IconOffline} size={14} />
          {isPartial()
            ? t().cardTalk.comments.notHere
            : t().cardTalk.comments.asOf(f().moment(Math.max(query.dataUpdatedAt, heardAt())))}
        </p>
      </Show>
      <For each={comments()}>{(comment) => <CommentItem comment={comment} />}</For>
      <Show when={comments().length === 0 && !(away() && isPartial())}>
        <Switch fallback={<p class="py-2 text-ink-3">{t().cardTalk.comments.none}</p>}>
          <Match when={query.isPending && !query.isPaused}>
            <SkeletonRows rows={2} />
          </Match>
          <Match when={query.isError}>
            <p class="flex items-center gap-2 py-2 text-ink-2">
              {t().cardTalk.comments.unread}
              <Button size="sm" onClick={() => void query.refetch()}>
                {t().ui.retry}
              </Button>
            </p>
          </Match>
        </Switch>
      </Show>
    </>
  );
}

type Told = Omit<Comment, "deleted" | "born" | "versions"> & { version: number };

const held = ({ version, ...comment }: Told): Comment => ({
  ...comment,
  deleted: false,
  born: version,
  versions: {},
});
