import IconComments from "~icons/lucide/message-square";
import { For, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { CoverBand } from "#web/features/boards/card/files/cover-band.tsx";
import { DueDate } from "./due-date.tsx";
import { BlockedMark, CheckProgress, RepeatMark } from "./face-marks.tsx";
import { useRoom } from "./room.tsx";

/** A number stays with its word at the end of a line. */
const setTitle = (title: string) => title.replaceAll(/n° (?=\d)/g, "n°\u00A0");

/** What a card shows on the board: the same for the card itself and for the one under the pointer. */
export function CardFace(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const done = () => {
    const column = room.live.columns().find(({ id }) => id === props.card.columnId);
    return column?.category === "done";
  };
  const client = () => room.clientName(props.card.clientId);
  const comments = () => props.card.comments ?? 0;
  const foot = () =>
    props.card.dueOn !== null ||
    props.card.assigneeIds.length > 0 ||
    comments() > 0 ||
    Object.keys(props.card.items).length > 0;
  return (
    <>
      <CoverBand card={props.card} />
      <div class="flex h-4 items-center gap-1.5 text-micro text-ink-3">
        <Show when={props.card.priority !== "none"}>
          <PriorityIcon level={props.card.priority} />
        </Show>
        <span class="num">{room.reference(props.card) ?? t().boardScreen.card.pending}</span>
        <RepeatMark card={props.card} />
        <BlockedMark card={props.card} />
      </div>
      <p class="mt-1 line-clamp-3 text-pretty leading-4.5 font-medium text-ink phone:leading-5.5 [overflow-wrap:anywhere]">
        {setTitle(props.card.title)}
      </p>
      <Show when={client()}>
        {(name) => <p class="mt-1 truncate text-small text-ink-2">{name()}</p>}
      </Show>
      <Show when={props.card.tags.length > 0}>
        <div class="mt-1.5 flex flex-wrap gap-1">
          <For each={props.card.tags}>
            {(tag) => <Tag label={tag} color={room.tagColor(tag)} />}
          </For>
        </div>
      </Show>
      <Show when={foot()}>
        <div class="mt-2 flex min-h-5 items-center justify-between gap-2 text-small">
          <span class="flex min-w-0 items-center gap-2">
            <Show when={props.card.dueOn}>{(date) => <DueDate date={date()} done={done()} />}</Show>
            <CheckProgress card={props.card} />
            <Show when={comments() > 0}>
              <span class="flex items-center gap-1 text-ink-2">
                <Icon of={IconComments} size={14} />
                <span class="num" aria-hidden="true">
                  {comments()}
                </span>
                <span class="sr-only">{t().cardTalk.comments.count(comments())}</span>
              </span>
            </Show>
          </span>
          <span class="flex gap-0.5">
            <For each={props.card.assigneeIds.slice(0, 3)}>
              {(id) => (
                <Avatar
                  person={room.people().get(id) ?? { id, name: "?" }}
                  self={id === room.me()}
                  size={20}
                />
              )}
            </For>
          </span>
        </div>
      </Show>
    </>
  );
}
