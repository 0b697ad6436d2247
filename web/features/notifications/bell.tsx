import IconBell from "~icons/lucide/bell";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Badge } from "#web/ui/badge.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { followNotifications } from "./follow.ts";
import { noticesQuery } from "./queries.ts";

const NoticeList = lazy(async () => ({ default: (await import("./notice-list.tsx")).NoticeList }));

/** What this person was told of: how many are unread, the list behind it, live. For whoever may read what can tell them something. */
export function Bell() {
  return (
    <Show when={session.can("boards.read") || session.can("analytics.read")}>
      <OpenBell />
    </Show>
  );
}

function OpenBell() {
  const t = useTexts();
  const query = useInfiniteQuery(() => noticesQuery());
  const [open, setOpen] = createSignal(false);
  const unread = () => (query.isSuccess ? (query.data.pages[0]?.unread ?? 0) : 0);
  followNotifications();
  return (
    <Popover
      label={t().notifications.title}
      placement="bottom-end"
      open={open()}
      onOpenChange={setOpen}
      class="w-100 p-0"
      trigger={(attributes) => (
        <span class="relative">
          <IconButton
            {...attributes}
            quiet
            icon={IconBell}
            label={t().notifications.label(unread())}
          />
          <Show when={unread() > 0}>
            <Badge
              filled
              count={unread()}
              class="pointer-events-none absolute -top-1 -right-1 phone:top-1 phone:right-1"
            />
          </Show>
        </span>
      )}
    >
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <NoticeList query={query} onOpen={() => setOpen(false)} />
      </Suspense>
    </Popover>
  );
}
