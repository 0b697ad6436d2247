import { createSignal, onCleanup } from "solid-js";
import { watchPress, type Point } from "#web/features/boards/board/press.ts";

/** A card held over a calendar this long at "next" or "previous" turns it. */
const DWELL_MS = 600;

interface DayDragDeps {
  may(): boolean;
  /** `day` is empty over the tray. */
  drop(card: string, day: string): void;
  /** A finger that rested and moved nowhere. */
  held(card: string, element: HTMLElement): void;
  turn(by: 1 | -1): void;
}

/** Dragging a card from day to day, by mouse or after a long press. The card follows without the page's state. */
export function createDayDrag(deps: DayDragDeps) {
  const [dragged, setDragged] = createSignal<string | null>(null);
  const [over, setOver] = createSignal<string | null>(null);
  let ghost: HTMLElement | undefined;
  let point: Point = { x: 0, y: 0 };
  let frame = 0;
  let stop: (() => void) | undefined;
  let turning: { by: 1 | -1; timer: ReturnType<typeof setInterval> } | undefined;

  function dwell(by: 1 | -1 | undefined): void {
    if (turning?.by === by) return;
    clearInterval(turning?.timer);
    turning = by && { by, timer: setInterval(() => deps.turn(by), DWELL_MS) };
  }

  function paint(): void {
    frame = 0;
    if (dragged() === null) return;
    if (ghost) ghost.style.transform = `translate(${point.x + 8}px, ${point.y + 8}px)`;
    const under = document.elementFromPoint(point.x, point.y);
    const day = under?.closest<HTMLElement>("[data-day]")?.dataset["day"] ?? null;
    if (day !== over()) setOver(day);
    const turn = under?.closest<HTMLElement>("[data-turn]")?.dataset["turn"];
    dwell(turn === "1" ? 1 : turn === "-1" ? -1 : undefined);
  }

  function follow(to: Point): void {
    point = to;
    frame ||= requestAnimationFrame(paint);
  }

  function end(dropped: boolean): void {
    const card = dragged();
    if (frame !== 0 && dropped) paint();
    const day = over();
    cancelAnimationFrame(frame);
    frame = 0;
    dwell(undefined);
    stop?.();
    stop = undefined;
    setDragged(null);
    setOver(null);
    if (card !== null && dropped && day !== null) deps.drop(card, day);
  }

  onCleanup(() => end(false));
  return {
    dragged,
    /** The day under the pointer; empty over the tray, null elsewhere. */
    over,
    ghost: (element: HTMLElement) => (ghost = element),
    /** For `onPointerDown` of a card. */
    press(event: PointerEvent & { currentTarget: HTMLElement }, card: string): void {
      if (event.button !== 0 || dragged() !== null || !deps.may()) return;
      const element = event.currentTarget;
      stop?.();
      stop = watchPress(event, {
        lift(at) {
          setDragged(card);
          follow(at);
        },
        follow,
        lifted: () => dragged() !== null,
        end(how) {
          end(how === "dropped");
          if (how === "held") deps.held(card, element);
        },
      });
    },
  };
}
