import { createMemo, createSignal, onCleanup, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { cx } from "#web/ui/cx.ts";
import { CardFace } from "./card-face.tsx";
import { useMoves } from "./moves.tsx";
import { useRoom } from "./room.tsx";

const REST_MS = 80;

/** A card in its column: opens on click, moves by pointer, takes focus for the keys of the board. */
export function BoardCard(props: { id: string; lane?: string; onOpen: (id: string) => void }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const moves = useMoves();
  const card = () => room.live.card(props.id);
  const selected = createMemo(() => room.selected().has(props.id));
  const focused = createMemo(
    () => room.focused() === props.id && (props.lane ?? room.focusLane()) === room.focusLane(),
  );
  const mark = createMemo(() => room.marks.of(props.id));
  const lifted = createMemo(
    () => moves.drag.drag()?.card === props.id || moves.carry.carried()?.card === props.id,
  );
  const carried = createMemo(() => room.carriedByOthers().has(props.id));
  const look = () => {
    if (lifted() || carried()) return "border-dashed border-line-2 bg-transparent opacity-50";
    if (selected()) return "border-accent bg-accent-soft ring-1 ring-accent shadow-1";
    if (mark()) return "animate-live border-signal-line bg-raised shadow-1";
    return "border-line bg-raised shadow-1 hover:border-line-2 dark:shadow-none";
  };
  // Drawn when the pointer rests on the card or it has the focus: a pointer on its way draws nothing.
  const [near, setNear] = createSignal(false);
  const checkable = () => near() || focused() || selected();
  let resting: ReturnType<typeof setTimeout> | undefined;
  const enter = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && !moves.drag.drag()) {
      resting = setTimeout(() => setNear(true), REST_MS);
    }
  };
  const leave = () => {
    clearTimeout(resting);
    setNear(false);
  };
  onCleanup(leave);
  let touched = false;
  return (
    <Show when={card()}>
      {(shown) => (
        <div class="group relative" onPointerEnter={enter} onPointerLeave={leave}>
          {/* The keys of all cards are heard once, by the board around them. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
          <div
            role="button"
            tabIndex={focused() ? 0 : -1}
            data-card={props.id}
            aria-keyshortcuts={room.may.write() ? "Space Enter M X A D L E" : "Enter"}
            class={cx(
              "rounded-card border px-2.5 py-[9px] outline-offset-1 select-none [-webkit-touch-callout:none]",
              "touch-manipulation",
              look(),
            )}
            onPointerDown={(event) => {
              touched = event.pointerType === "touch";
              moves.drag.press(event, props.id);
            }}
            onClick={(event) => {
              if (!room.may.write()) props.onOpen(props.id);
              else if (event.shiftKey) room.selectTo(props.id);
              // Once cards are selected by finger, a touch goes on with it.
              else if (event.metaKey || event.ctrlKey || (touched && room.selected().size > 0))
                room.toggle(props.id);
              else props.onOpen(props.id);
            }}
            onFocus={() => {
              if (props.lane !== undefined) room.setFocusLane(props.lane);
              room.setFocused(props.id);
            }}
          >
            <CardFace card={shown()} />
          </div>
          <Show when={mark()}>
            {(changed) => (
              <span class="absolute top-2 right-2.5 text-micro text-signal-ink">
                {`${changed().by.name.split(" ")[0]}, ${f().duration(changed().seconds)}`}
              </span>
            )}
          </Show>
          <Show when={checkable() && room.may.write() && !mark() && !lifted()}>
            <span
              class={cx(
                "absolute top-1.5 right-2",
                selected()
                  ? ""
                  : "opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 coarse:hidden",
              )}
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
