import { createSignal, onCleanup } from "solid-js";
import { autoScroll } from "./auto-scroll.ts";

/** Where a dragged card would land: a column and a position among its shown cards, itself left out. */
export interface Landing {
  columnId: string;
  index: number;
}

/** A drag under way. Coordinates are CSS pixels of the window. */
export interface Drag {
  card: string;
  width: number;
  /** From the card's corner to the pointer, so that it doesn't jump. */
  grab: { x: number; y: number };
}

const SLOP = 5;
const LONG_PRESS_MS = 380;

/** The column and position under a point, read from the page as it is drawn. */
export function landingAt(x: number, y: number, dragged: string): Landing | null {
  const lane = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-column]");
  const columnId = lane?.dataset["column"];
  if (!lane || !columnId) return null;
  const cards = [...lane.querySelectorAll<HTMLElement>("[data-card]")].filter(
    (card) => card.dataset["card"] !== dragged,
  );
  const below = cards.findIndex((card) => {
    const box = card.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return { columnId, index: below === -1 ? cards.length : below };
}

interface DragDeps {
  may(): boolean;
  drop(card: string, landing: Landing): void;
  /** A long press that moved nowhere: the menu that needs no dragging. */
  held(card: string): void;
  /** Told on every frame of the drag, and with null at its end. */
  moved(at: { x: number; y: number } | null): void;
}

/**
 * Pointer dragging of cards: at once with a mouse, after a long press with a finger, so that scrolling stays
 * natural. The card follows the pointer without going through the page's state.
 */
export function createDrag(deps: DragDeps) {
  const [drag, setDrag] = createSignal<Drag | null>(null);
  const [landing, setLanding] = createSignal<Landing | null>(null);
  let ghost: HTMLElement | undefined;
  let point = { x: 0, y: 0 };
  let frame = 0;
  let stop: (() => void) | undefined;

  function paint(): void {
    frame = 0;
    const current = drag();
    if (!current) return;
    const { grab } = current;
    if (ghost) ghost.style.transform = `translate(${point.x - grab.x}px, ${point.y - grab.y}px)`;
    const next = landingAt(point.x, point.y, current.card);
    const old = landing();
    if (next?.columnId !== old?.columnId || next?.index !== old?.index) setLanding(next);
    deps.moved(point);
    if (autoScroll(point.x, point.y)) frame = requestAnimationFrame(paint);
  }

  function follow(x: number, y: number): void {
    point = { x, y };
    frame ||= requestAnimationFrame(paint);
  }

  function end(dropped: boolean): void {
    const current = drag();
    const where = landing();
    cancelAnimationFrame(frame);
    frame = 0;
    stop?.();
    stop = undefined;
    setDrag(null);
    setLanding(null);
    if (!current) return;
    deps.moved(null);
    if (dropped && where) deps.drop(current.card, where);
  }

  function lift(card: string, element: HTMLElement, at: { x: number; y: number }): void {
    const box = element.getBoundingClientRect();
    point = at;
    setDrag({ card, width: box.width, grab: { x: at.x - box.left, y: at.y - box.top } });
    follow(at.x, at.y);
  }

  /** For `onPointerDown` of a card. */
  function press(event: PointerEvent, card: string): void {
    if (event.button !== 0 || drag() || !deps.may()) return;
    if ((event.target as HTMLElement).closest("button, a, input")) return;
    const element = event.currentTarget as HTMLElement;
    const start = { x: event.clientX, y: event.clientY };
    const touch = event.pointerType !== "mouse";
    let travelled = false;
    const timer = touch ? setTimeout(() => lift(card, element, start), LONG_PRESS_MS) : undefined;
    const far = (x: number, y: number) => Math.hypot(x - start.x, y - start.y) > SLOP;
    const signal = new AbortController();
    const on = <K extends keyof WindowEventMap>(
      type: K,
      listen: (event: WindowEventMap[K]) => void,
      options: AddEventListenerOptions = {},
    ) => window.addEventListener(type, listen, { ...options, signal: signal.signal });
    stop = () => {
      clearTimeout(timer);
      signal.abort();
    };
    on("pointermove", (move) => {
      if (move.pointerId !== event.pointerId) return;
      const { clientX: x, clientY: y } = move;
      if (drag()) {
        travelled ||= far(x, y);
        follow(x, y);
      } else if (far(x, y)) {
        // A finger that moves before the long press scrolls.
        if (touch) stop?.();
        else lift(card, element, { x, y });
      }
    });
    on("pointerup", () => {
      const lifted = drag();
      const menu = lifted && touch && !travelled;
      if (lifted) swallowClick();
      end(!menu);
      if (menu) deps.held(card);
    });
    on("pointercancel", () => end(false));
    on(
      "keydown",
      (key) => {
        if (key.key !== "Escape" || !drag()) return;
        key.stopPropagation();
        end(false);
      },
      { capture: true },
    );
    // While a finger carries a card, the page must not scroll under it.
    on("touchmove", (touchMove) => drag() && touchMove.preventDefault(), { passive: false });
    on("contextmenu", (menu) => drag() && menu.preventDefault());
  }

  onCleanup(() => end(false));
  return { drag, landing, press, ghost: (element: HTMLElement) => (ghost = element) };
}

/** The click that a drop would cause must not open the card. */
function swallowClick(): void {
  const listen = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", listen, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", listen, { capture: true }), 50);
}
