import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { ShownLink } from "./outside-links.ts";
import { RELATION_ICONS } from "./relation-icons.ts";
import { UnlinkButton } from "./unlink-button.tsx";

/** A card of another board that a card is linked with: one step away, ended from either side. */
export function OutsideRow(props: { link: ShownLink; onRemove: () => void }) {
  const t = useTexts();
  const room = useRoom();
  const texts = () => t().boardCard.links;
  const there = () => (props.link.other?.gone ? null : props.link.other);
  const done = () => there()?.category === "done";
  const missing = () => {
    if (props.link.other) return `${props.link.other.boardTitle} · ${texts().gone}`;
    return props.link.told ? texts().hidden : texts().elsewhere;
  };
  return (
    <li class="group/link flex min-h-8 items-center gap-2 phone:min-h-11 phone:flex-wrap phone:py-1">
      <Icon
        of={RELATION_ICONS[props.link.relation]}
        class={
          props.link.relation === "blocked_by" && there() && !done() ? "text-bad" : "text-ink-3"
        }
      />
      <span class="shrink-0 text-small text-ink-2 phone:flex-1">
        {t().boards.relations[props.link.relation]}
      </span>
      <Show
        when={there()}
        fallback={
          <span class="min-w-0 flex-1 text-ink-3 phone:order-last phone:basis-full">
            {missing()}
          </span>
        }
      >
        {(other) => (
          <A
            href={`/boards/${props.link.boardId}?card=${props.link.otherId}`}
            class="min-w-0 flex-1 rounded-1 text-accent-ink hover:underline phone:order-last phone:basis-full"
          >
            <span class="block truncate font-medium phone:line-clamp-2 phone:whitespace-normal">
              <span class="num">{other().reference}</span>
              {` ${other().title}`}
            </span>
            <span class="block truncate text-small text-ink-3">{other().boardTitle}</span>
          </A>
        )}
      </Show>
      <Show when={there()}>
        {(other) => (
          <Chip tone={done() ? "ok" : "neutral"} class="max-w-32">
            {other().columnName}
          </Chip>
        )}
      </Show>
      <Show when={room.may.write()}>
        <UnlinkButton
          label={texts().remove(there()?.title ?? missing())}
          onClick={() => props.onRemove()}
        />
      </Show>
    </li>
  );
}
