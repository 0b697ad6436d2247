import IconTalk from "~icons/lucide/message-square";
import IconShare from "~icons/lucide/share-2";
import { useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { CommentsPanel } from "#web/features/dashboards/comments/comments-panel.tsx";
import { useComments } from "#web/features/dashboards/comments/queries.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { keepPublishedCurrent } from "./keep-current.ts";
import { SharePanel } from "./share-panel.tsx";

/** What people do together with the open dashboard, at the end of its head. */
export function SharedActions() {
  const t = useTexts();
  const { dashboard } = useDashboard();
  const [sharing, setSharing] = createSignal(false);
  const comments = useComments();
  const [talking, setTalking] = createSignal(false);
  // A link from the bell or a mail names the comment that it leads to.
  const [search, setSearch] = useSearchParams<{ comment?: string }>();
  const stopTalking = () => {
    setTalking(false);
    if (search.comment !== undefined) {
      setSearch({ comment: undefined }, { replace: true, scroll: false });
    }
  };
  keepPublishedCurrent();
  return (
    <>
      <Show when={dashboard().can.share || dashboard().can.write}>
        <IconButton
          size="sm"
          icon={IconShare}
          label={t().dashboardShare.open}
          onClick={() => setSharing(true)}
        />
      </Show>
      <span class="relative">
        <IconButton
          size="sm"
          icon={IconTalk}
          label={t().dashboardTalk.open(comments.unread())}
          onClick={() => setTalking(true)}
        />
        <Show when={comments.unread() > 0}>
          <span
            aria-hidden="true"
            class="pointer-events-none absolute right-0.5 top-0.5 size-2 rounded-full bg-accent"
          />
        </Show>
      </span>
      <Show when={talking() || search.comment !== undefined}>
        <CommentsPanel comments={comments} wanted={search.comment} onClose={stopTalking} />
      </Show>
      <Show when={sharing()}>
        <SharePanel onClose={() => setSharing(false)} />
      </Show>
    </>
  );
}
