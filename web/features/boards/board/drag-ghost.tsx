import { Show } from "solid-js";
import { Portal } from "solid-js/web";
import { CardFace } from "./card-face.tsx";
import { useMoves } from "./moves.tsx";
import { useRoom } from "./room.tsx";

/** The card under the pointer. It is placed by the drag itself, frame by frame. */
export function DragGhost() {
  const room = useRoom();
  const moves = useMoves();
  const count = (card: string) => (room.selected().has(card) ? room.selected().size : 1);
  return (
    <Show when={moves.drag.drag()}>
      {(drag) => (
        <Portal>
          <div
            ref={moves.drag.ghost}
            aria-hidden="true"
            class="pointer-events-none fixed top-0 left-0 z-9 rounded-card border border-accent will-change-transform bg-raised px-2.5 py-[9px] shadow-3"
            style={{ width: `${drag().width}px` }}
          >
            <Show when={room.live.card(drag().card)}>{(card) => <CardFace card={card()} />}</Show>
            <Show when={count(drag().card) > 1}>
              <span class="num absolute -top-2 -right-2 rounded-full bg-accent px-1.5 text-micro font-semibold text-on-accent">
                {count(drag().card)}
              </span>
            </Show>
          </div>
        </Portal>
      )}
    </Show>
  );
}
