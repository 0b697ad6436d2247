/** CSS pixels of the window. */
export interface Point {
  x: number;
  y: number;
}

/** What a press on a card leads to. */
interface PressDeps {
  lift(at: Point): void;
  follow(to: Point): void;
  lifted(): boolean;
  /** `held`: a finger that rested and moved nowhere. Not called when nothing was lifted, except by a scroll. */
  end(how: "dropped" | "held" | "cancelled"): void;
}

/** Farther than this is a move: pixels. A finger is never quite still. */
const SLOP = { mouse: 5, touch: 10 };
const LONG_PRESS_MS = 380;

/** The click that a drop would cause must not open the card. */
const swallow = (event: Event) => {
  event.stopPropagation();
  event.preventDefault();
};

function swallowClick(): void {
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 50);
}

/** Follows one pointer from its press to its end. Returns the way to stop listening. */
export function watchPress(press: PointerEvent, deps: PressDeps): () => void {
  const start = { x: press.clientX, y: press.clientY };
  const touch = press.pointerType !== "mouse";
  const slop = touch ? SLOP.touch : SLOP.mouse;
  let travelled = false;
  const timer = touch ? setTimeout(() => deps.lift(start), LONG_PRESS_MS) : undefined;
  const listening = new AbortController();
  const { signal } = listening;
  const stop = () => {
    clearTimeout(timer);
    listening.abort();
  };
  const moved = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const at = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(at.x - start.x, at.y - start.y) > slop;
    if (deps.lifted()) {
      travelled ||= far;
      deps.follow(at);
    } else if (far && touch) {
      // A finger that moves before the long press scrolls.
      stop();
    } else if (far) {
      travelled = true;
      deps.lift(at);
    }
  };
  const released = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const lifted = deps.lifted();
    stop();
    if (!lifted) return;
    swallowClick();
    deps.end(touch && !travelled ? "held" : "dropped");
  };
  const cancelled = () => {
    stop();
    deps.end("cancelled");
  };
  const escaped = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !deps.lifted()) return;
    event.stopPropagation();
    event.preventDefault();
    cancelled();
  };
  // While a finger carries a card, the page must not scroll under it.
  const hold = (event: Event) => {
    if (deps.lifted() && event.cancelable) event.preventDefault();
  };
  window.addEventListener("pointermove", moved, { signal });
  window.addEventListener("pointerup", released, { signal });
  window.addEventListener("pointercancel", cancelled, { signal });
  window.addEventListener("blur", cancelled, { signal });
  window.addEventListener("keydown", escaped, { signal, capture: true });
  window.addEventListener("touchmove", hold, { signal, passive: false });
  window.addEventListener("contextmenu", hold, { signal });
  return stop;
}
