import IconPointer from "~icons/lucide/mouse-pointer-2";
import { createEffect, createSignal, For, onCleanup, Show } from "solid-js";
import type { Peer } from "#domain/boards/messages.ts";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { personColor, personFill } from "#web/ui/person.ts";
import { CardFace } from "./card-face.tsx";
import { columnsWidth } from "./pointer-presence.ts";
import { useRoom } from "./room.tsx";

/** A pointer that rests this long is taken away. */
const IDLE_MS = 30_000;

/** Text colours of the cursors, written out so that the classes are found at build time. */
const CURSOR = {
  p1: "text-p1",
  p2: "text-p2",
  p3: "text-p3",
  p4: "text-p4",
  p5: "text-p5",
  p6: "text-p6",
  p7: "text-p7",
};
const EDGE = {
  p1: "border-p1",
  p2: "border-p2",
  p3: "border-p3",
  p4: "border-p4",
  p5: "border-p5",
  p6: "border-p6",
  p7: "border-p7",
};

/** The pointers of the others, and the card that one of them is dragging. Mice only: a phone has no pointer. */
export function Cursors(props: { area: HTMLElement | undefined }) {
  const room = useRoom();
  const peers = () => room.live.peers().filter((peer) => peer.state?.x !== null && peer.state);
  return (
    <For each={peers().map((peer) => peer.peer)}>
      {(name) => (
        <Show when={room.live.peers().find((peer) => peer.peer === name)}>
          {(peer) => <Cursor peer={peer()} area={props.area} />}
        </Show>
      )}
    </For>
  );
}

function Cursor(props: { peer: Peer; area: HTMLElement | undefined }) {
  const room = useRoom();
  const [idle, setIdle] = createSignal(false);
  const color = () => personColor(props.peer.userId);
  const at = () => {
    const { area } = props;
    const { x, y } = props.peer.state ?? { x: 0, y: 0 };
    if (!area) return "translate(0, 0)";
    return `translate(${((x ?? 0) / 1000) * columnsWidth(area)}px, ${((y ?? 0) / 1000) * area.clientHeight}px)`;
  };
  createEffect(() => {
    at();
    setIdle(false);
    const timer = setTimeout(() => setIdle(true), IDLE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const dragged = () =>
    props.peer.state?.dragging && props.peer.state.card
      ? room.live.card(props.peer.state.card)
      : undefined;
  return (
    <Show when={!idle()}>
      <div
        aria-hidden="true"
        data-cursor
        class="pointer-events-none absolute top-0 left-0 z-9 transition-transform duration-100 ease-linear phone:hidden"
        style={{ transform: at() }}
      >
        <Show when={dragged()}>
          {(card) => (
            <div
              class={cx(
                "absolute -top-22 -left-26 w-54 rounded-card border-[1.5px] bg-raised px-2.5 py-[9px] shadow-3",
                EDGE[color()],
              )}
            >
              <CardFace card={card()} />
            </div>
          )}
        </Show>
        <Icon
          of={IconPointer}
          size={16}
          class={cx("relative [&_*]:fill-current", CURSOR[color()])}
        />
        <span
          class={cx(
            "absolute top-3.5 left-2.5 rounded-1 px-1.5 text-micro font-medium whitespace-nowrap text-white",
            personFill[color()],
          )}
        >
          {props.peer.name.split(" ")[0]}
        </span>
      </div>
    </Show>
  );
}
