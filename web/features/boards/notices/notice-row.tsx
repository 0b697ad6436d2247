import IconRead from "~icons/lucide/check";
import IconUnread from "~icons/lucide/circle-dot";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { NotificationView } from "#domain/boards/notification.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";

/** One thing that this person was told of: who did what, on which card. */
export function NoticeRow(props: {
  notice: NotificationView;
  onOpen: () => void;
  onMark: (read: boolean) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const read = () => props.notice.readAt !== null;
  const person = () => ({
    id: props.notice.actorId,
    name: props.notice.actorName || t().cardTalk.comments.somebody,
  });
  return (
    <li class="flex items-start gap-1 px-3 py-2 hover:bg-hover">
      <A
        href={`/boards/${props.notice.boardId}?card=${props.notice.cardId}`}
        class="flex min-w-0 flex-1 items-start gap-2.5 rounded-2"
        onClick={() => props.onOpen()}
      >
        <Avatar person={person()} size={24} decorative />
        <span class="min-w-0 flex-1">
          <span class={read() ? "text-ink-2" : "font-medium"}>
            {t().cardTalk.bell[props.notice.kind](person().name)}
          </span>
          <Show when={!read()}>
            <span class="sr-only">{` (${t().cardTalk.bell.unread})`}</span>
          </Show>
          <span class="block truncate text-small text-ink-2">
            <span class="num">{props.notice.reference}</span> {props.notice.cardTitle}
          </span>
          <Show when={props.notice.excerpt}>
            {(words) => <span class="line-clamp-2 text-small text-ink-3">{words()}</span>}
          </Show>
          <time class="block text-small text-ink-3" datetime={props.notice.at}>
            {`${f().moment(props.notice.at)} · ${props.notice.boardTitle}`}
          </time>
        </span>
        <Show when={!read()}>
          <span aria-hidden="true" class="mt-2 size-2 shrink-0 rounded-full bg-accent" />
        </Show>
      </A>
      <IconButton
        icon={read() ? IconUnread : IconRead}
        size="sm"
        label={read() ? t().cardTalk.bell.markUnread : t().cardTalk.bell.markRead}
        onClick={() => props.onMark(!read())}
      />
    </li>
  );
}
