import { createMemo, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { cx } from "#web/ui/cx.ts";
import { CardFace } from "./card-face.tsx";
import { useMoves } from "./moves.tsx";
import { useRoom } from "./room.tsx";

/** A card in its column: opens on click, moves by pointer, takes focus for the keys of the board. */
export function BoardCard(props: { id: string; onOpen: (id: string) => void }) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const card = () => room.live.card(props.id);
  const selected = createMemo(() => room.selected().has(props.id));
  const focused = createMemo(() => room.focused() === props.id);
  const mark = createMemo(() => room.marks.of(props.id));
  const lifted = createMemo(
    () => moves.drag.drag()?.card === props.id || moves.carry.carried()?.card === props.id,
  );
  const carrier = createMemo(() =>
    room.live.peers().find((peer) => peer.state?.dragging && peer.state.card === props.id),
  );
  return (
    <Show when={card()}>
      {(shown) => (
        <div
          role="group"
          aria-label={shown().title}
          tabIndex={focused() ? 0 : -1}
          data-card={props.id}
          class={cx(
            "group relative cursor-default rounded-card border px-2.5 py-[9px] shadow-1 outline-offset-1 select-none",
            "touch-manipulation [contain-intrinsic-size:auto_112px] [content-visibility:auto]",
            lifted() || carrier()
              ? "border-dashed border-line-2 bg-transparent opacity-50 shadow-none"
              : selected()
                ? "border-accent bg-accent-soft ring-1 ring-accent"
                : mark()
                  ? "animate-live border-signal-line bg-raised"
                  : "border-line bg-raised hover:border-line-2",
          )}
          onPointerDown={(event) => moves.drag.press(event, props.id)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) room.toggle(props.id);
            else props.onOpen(props.id);
          }}
          onFocus={() => room.setFocused(props.id)}
        >
          <CardFace card={shown()} />
          <Show when={mark()}>
            {(changed) => (
              <span class="absolute top-2 right-2.5 text-micro text-signal-ink">
                {changed().by.name.split(" ")[0]}
              </span>
            )}
          </Show>
          <Show when={room.may.write() && !mark()}>
            <span
              class={cx(
                "absolute top-1.5 right-1.5",
                selected()
                  ? ""
                  : "opacity-0 group-focus-within:opacity-100 group-hover:opacity-100",
              )}
              onPointerDown={(event) => event.stopPropagation()}
              onClick={(event) => event.stopPropagation()}
            >
              <Checkbox
                label={t().boardScreen.select.card(shown().title)}
                labelHidden
                tabIndex={-1}
                checked={selected()}
                onChange={() => room.toggle(props.id)}
              />
            </span>
          </Show>
        </div>
      )}
    </Show>
  );
}
