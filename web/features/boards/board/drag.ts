import { createSignal, onCleanup } from "solid-js";
import { createAutoScroll, settleBoard } from "./auto-scroll.ts";
import { landingAt, type Landing } from "./landing.ts";
import { watchPress, type Point } from "./press.ts";

/** A drag under way. Coordinates are CSS pixels of the window. */
interface Drag {
  card: string;
  /** The row that it was taken from. */
  lane?: string | undefined;
  width: number;
  /** From the card's corner to the pointer, so that it doesn't jump. */
  grab: Point;
}

interface DragDeps {
  may(): boolean;
  drop(card: string, landing: Landing, from?: string): void;
  /** On the name of another board, beside this one. */
  dropOn(card: string, board: { id: string; title: string }): void;
  /** A long press that moved nowhere: the menu that needs no dragging. */
  held(card: string): void;
}

const boardUnder = ({ x, y }: Point) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-drop-board]") ?? null;

/**
 * Pointer dragging of cards: at once with a mouse, after a long press with a finger, so that scrolling stays
 * natural. The card follows the pointer without going through the page's state.
 */
export function createDrag(deps: DragDeps) {
  const [drag, setDrag] = createSignal<Drag | null>(null);
  const [landing, setLanding] = createSignal<Landing | null>(null);
  let ghost: HTMLElement | undefined;
  let point: Point = { x: 0, y: 0 };
  let frame = 0;
  let lit: HTMLElement | null = null;
  let stop: (() => void) | undefined;
  let autoScroll = createAutoScroll();

  function paint(): void {
    frame = 0;
    const current = drag();
    if (!current) return;
    const { grab } = current;
    const next = landingAt(point.x, point.y, current.card);
    const scrolled = autoScroll(point.x, point.y, performance.now());
    if (ghost) ghost.style.transform = `translate(${point.x - grab.x}px, ${point.y - grab.y}px)`;
    const old = landing();
    const moved = next?.columnId !== old?.columnId || next?.index !== old?.index;
    if (moved || next?.lane !== old?.lane) setLanding(next);
    light(next ? null : boardUnder(point));
    if (scrolled) frame = requestAnimationFrame(paint);
  }

  /** Marks the name of another board that the card is held over. */
  function light(name: HTMLElement | null): void {
    if (name === lit) return;
    lit?.removeAttribute("data-over");
    name?.setAttribute("data-over", "");
    lit = name;
  }

  function follow(to: Point): void {
    point = to;
    frame ||= requestAnimationFrame(paint);
  }

  function end(dropped: boolean): void {
    const current = drag();
    if (dropped && frame !== 0) paint();
    const where = landing();
    const board = lit?.dataset["dropBoard"];
    const title = lit?.dataset["title"] ?? "";
    light(null);
    cancelAnimationFrame(frame);
    frame = 0;
    stop?.();
    stop = undefined;
    ghost = undefined;
    setDrag(null);
    setLanding(null);
    if (!current) return;
    if (dropped && board) deps.dropOn(current.card, { id: board, title });
    else if (dropped && where) deps.drop(current.card, where, current.lane);
    settleBoard(dropped ? where?.columnId : undefined);
  }

  function lift(card: string, element: HTMLElement, at: Point): void {
    const box = element.getBoundingClientRect();
    point = at;
    autoScroll = createAutoScroll();
    const lane = element.closest<HTMLElement>("[data-swimlane]")?.dataset["swimlane"];
    setDrag({ card, lane, width: box.width, grab: { x: at.x - box.left, y: at.y - box.top } });
    follow(at);
  }

  /** For `onPointerDown` of a card. */
  function press(event: PointerEvent & { currentTarget: HTMLElement }, card: string): void {
    if (event.button !== 0 || drag() || !deps.may()) return;
    const element = event.currentTarget;
    stop?.();
    stop = watchPress(event, {
      lift: (at) => lift(card, element, at),
      follow,
      lifted: () => drag() !== null,
      end: (how) => {
        end(how === "dropped");
        if (how === "held") deps.held(card);
      },
    });
  }

  onCleanup(() => end(false));
  return { drag, landing, press, ghost: (element: HTMLElement) => (ghost = element) };
}
