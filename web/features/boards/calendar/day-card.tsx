import { createMemo, Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { dueState } from "#web/features/boards/board/filter.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { today } from "#web/lib/today.ts";
import { useCalendar } from "./calendar-state.tsx";

/** A card on its day: opens on click, goes to another day by pointer or keyboard. */
export function DayCard(props: { id: string }) {
  const room = useRoom();
  const calendar = useCalendar();
  const card = () => room.live.card(props.id);
  const selected = createMemo(() => room.selected().has(props.id));
  const lifted = createMemo(
    () => calendar.drag.dragged() === props.id || calendar.carried()?.card === props.id,
  );
  const mark = createMemo(() => room.marks.of(props.id));
  const done = () => room.isDone(card()?.columnId ?? "");
  const late = () => dueState(card()?.dueOn ?? null, today(), done()) === "late";
  const who = () => card()?.assigneeIds[0];
  const look = () => {
    if (lifted()) return "border-dashed border-line-2 bg-transparent opacity-50";
    if (selected()) return "border-accent bg-accent-soft ring-1 ring-accent";
    if (mark()) return "animate-live border-signal-line bg-raised";
    return cx("border-line bg-raised hover:border-line-2", late() && "border-l-2 border-l-bad");
  };
  return (
    <Show when={card()}>
      {(shown) => (
        // The keys of all cards are heard once, by the calendar around them.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          role="button"
          tabIndex={-1}
          data-card={props.id}
          title={shown().title}
          aria-keyshortcuts={room.may.write() ? "Space Enter M X A D L" : "Enter"}
          class={cx(
            "flex h-6 w-full min-w-0 touch-manipulation items-center gap-1 rounded-2 border px-1.5 text-small outline-offset-[-1px] select-none [-webkit-touch-callout:none] phone:h-11",
            look(),
          )}
          onPointerDown={(event) => calendar.drag.press(event, props.id)}
          onClick={(event) => {
            event.stopPropagation();
            if ((event.metaKey || event.ctrlKey) && room.may.write()) room.toggle(props.id);
            else calendar.onOpen(props.id);
          }}
        >
          <Show when={shown().priority !== "none"}>
            <PriorityIcon level={shown().priority} />
          </Show>
          <span class={cx("min-w-0 flex-1 truncate", done() && "text-ink-3 line-through")}>
            {shown().title}
          </span>
          <Show when={who()}>
            {(id) => (
              <Avatar
                person={room.people().get(id()) ?? { id: id(), name: "?" }}
                self={id() === room.me()}
                size={20}
                class="-mr-1 scale-75"
              />
            )}
          </Show>
        </div>
      )}
    </Show>
  );
}
