import IconBell from "~icons/lucide/bell";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Badge } from "#web/ui/badge.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { noticesQuery } from "./queries.ts";

const NoticeList = lazy(async () => ({ default: (await import("./notice-list.tsx")).NoticeList }));

/** What this person was told of: how many are unread, the list behind it, live. For whoever may read boards. */
export function Bell() {
  return (
    <Show when={session.can("boards.read")}>
      <OpenBell />
    </Show>
  );
}

function OpenBell() {
  const t = useTexts();
  const queries = useQueryClient();
  const query = useInfiniteQuery(() => noticesQuery());
  const [open, setOpen] = createSignal(false);
  const unread = () => (query.isSuccess ? (query.data.pages[0]?.unread ?? 0) : 0);
  // A board's projection names whom it told of something.
  onLive("tasks", ({ after }) => {
    const told = after?.["notified"];
    const me = session.me()?.person.id ?? "";
    if (Array.isArray(told) && told.includes(me)) {
      void queries.invalidateQueries({ queryKey: ["notifications"] });
    }
  });
  return (
    <Popover
      label={t().cardTalk.bell.title}
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
            label={t().cardTalk.bell.label(unread())}
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
