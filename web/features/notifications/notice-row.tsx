import IconRead from "~icons/lucide/check";
import IconUnread from "~icons/lucide/circle-dot";
import IconDashboard from "~icons/lucide/layout-dashboard";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { NotificationView } from "#domain/notifications/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { aboutOf, addressOf } from "./address.ts";

/** The reference of a card, or the sign of a dashboard. */
function Subject(props: { notice: NotificationView }) {
  const t = useTexts();
  const reference = () => (props.notice.subject === "card" ? props.notice.reference : undefined);
  return (
    <Show
      when={reference()}
      fallback={
        <Icon
          of={IconDashboard}
          size={14}
          label={t().notifications.dashboard}
          class="inline-block align-[-2px]"
        />
      }
    >
      {(known) => <span class="num">{known()}</span>}
    </Show>
  );
}

/** One thing that this person was told of: who did what, on which card or dashboard. */
export function NoticeRow(props: {
  notice: NotificationView;
  onOpen: () => void;
  onMark: (read: boolean) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const about = () => aboutOf(props.notice);
  const read = () => props.notice.readAt !== null;
  const person = () => ({
    id: props.notice.actorId,
    name: props.notice.actorName || t().cardTalk.comments.somebody,
  });
  return (
    <li class="flex items-start gap-1 px-3 py-2 hover:bg-hover">
      <A
        href={addressOf(props.notice)}
        class="flex min-w-0 flex-1 items-start gap-2.5 rounded-2"
        onClick={() => props.onOpen()}
      >
        <Avatar person={person()} size={24} decorative />
        <span class="min-w-0 flex-1">
          <span class={read() ? "text-ink-2" : "font-medium"}>
            {t().notifications[props.notice.kind](person().name)}
          </span>
          <Show when={!read()}>
            <span class="sr-only">{` (${t().notifications.unread})`}</span>
          </Show>
          <span class="block truncate text-small text-ink-2">
            <Subject notice={props.notice} /> {about().title}
          </span>
          <Show when={props.notice.excerpt}>
            {(words) => <span class="line-clamp-2 text-small text-ink-3">{words()}</span>}
          </Show>
          <time class="block text-small text-ink-3" datetime={props.notice.at}>
            {`${f().moment(props.notice.at)} · ${about().place}`}
          </time>
        </span>
        <Show when={!read()}>
          <span aria-hidden="true" class="mt-2 size-2 shrink-0 rounded-full bg-accent" />
        </Show>
      </A>
      <IconButton
        icon={read() ? IconUnread : IconRead}
        size="sm"
        label={read() ? t().notifications.markUnread : t().notifications.markRead}
        onClick={() => props.onMark(!read())}
      />
    </li>
  );
}
