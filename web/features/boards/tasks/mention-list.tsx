import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { NotificationView } from "#domain/notifications/model.ts";
import { aboutOf, addressOf } from "#web/features/notifications/address.ts";
import { followNotifications } from "#web/features/notifications/follow.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { mentionsQuery } from "./queries.ts";

/** The comments that name this person, last first; each opens its card. */
export function MentionList() {
  const t = useTexts();
  const f = useFormat();
  const queries = useQueryClient();
  const mentions = useQuery(() => mentionsQuery());
  const again = () => void queries.invalidateQueries({ queryKey: ["notifications"] });
  onLive("tasks", again);
  followNotifications();
  const whereOf = (item: NotificationView) => [
    t().tasks.mentionedBy(item.actorName),
    item.subject === "card" ? item.reference : t().notifications.dashboard,
    aboutOf(item).place,
  ];
  return (
    <QueryView query={mentions}>
      {(items) => (
        <Show
          when={items().length > 0}
          fallback={<EmptyState title={t().tasks.noMentions} body={t().tasks.noMentionsBody} />}
        >
          <ul class="divide-y divide-line overflow-hidden rounded-3 border border-line bg-surface phone:rounded-none phone:border-x-0">
            <EachById items={items()}>
              {(item) => (
                <li>
                  <a
                    href={addressOf(item())}
                    class="flex items-start gap-3 px-4 py-2.5 outline-offset-[-2px] hover:bg-canvas"
                  >
                    <Avatar person={{ id: item().actorId, name: item().actorName }} decorative />
                    <span class="min-w-0 flex-1">
                      <span class="flex items-baseline gap-2">
                        <span class="min-w-0 flex-1 truncate font-medium">
                          {aboutOf(item()).title}
                        </span>
                        <time class="num shrink-0 text-small text-ink-3" datetime={item().at}>
                          {f().moment(item().at)}
                        </time>
                      </span>
                      <span class="block truncate text-small text-ink-2">
                        {whereOf(item()).join(" · ")}
                      </span>
                      <Show when={item().excerpt}>
                        {(words) => <span class="line-clamp-2 text-ink-2">{words()}</span>}
                      </Show>
                    </span>
                    <Show when={item().readAt === null}>
                      <span
                        role="img"
                        aria-label={t().tasks.unread}
                        class="mt-1.5 size-2 shrink-0 rounded-full bg-accent"
                      />
                    </Show>
                  </a>
                </li>
              )}
            </EachById>
          </ul>
        </Show>
      )}
    </QueryView>
  );
}
