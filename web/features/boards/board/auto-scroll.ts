const EDGE = 56;
/** A frame that came late must not jump: ms. */
const LONGEST_FRAME = 50;

/** How fast a card held at an edge scrolls: px/s at the very edge, at first and once it has been held for `rampMs`. */
export interface Pace {
  first: number;
  last: number;
  rampMs: number;
}

/** Down a long column fast; from column to column so that on a phone the next one takes about a second. */
export const DOWN: Pace = { first: 300, last: 1100, rampMs: 1200 };
export const ACROSS: Pace = { first: 120, last: 700, rampMs: 2400 };

/** Px/s for a pointer this far from an edge that it has been near for so long (ms). */
export function scrollSpeed(distance: number, heldMs: number, pace: Pace): number {
  if (distance >= EDGE) return 0;
  const depth = (EDGE - Math.max(0, distance)) / EDGE;
  const ramp = Math.min(1, heldMs / pace.rampMs);
  return depth * (pace.first + (pace.last - pace.first) * ramp);
}

/** One axis of one drag: how long the edge has been held, and the part of a pixel that is still to go. */
function createAxis(axis: "Top" | "Left", pace: Pace) {
  let way = 0;
  let since = 0;
  let last = 0;
  let rest = 0;
  return (element: Element | null, near: number, far: number, now: number): boolean => {
    const next = near < EDGE && near < far ? -1 : far < EDGE ? 1 : 0;
    if (!element || next === 0) {
      way = 0;
      return false;
    }
    if (next !== way) [way, since, last, rest] = [next, now, now, 0];
    const speed = scrollSpeed(Math.min(near, far), now - since, pace);
    rest += (speed * Math.min(now - last, LONGEST_FRAME)) / 1000;
    last = now;
    const whole = Math.floor(rest);
    rest -= whole;
    if (whole === 0) return true;
    const before = element[`scroll${axis}`];
    element[`scroll${axis}`] = before + way * whole;
    return element[`scroll${axis}`] !== before;
  };
}

/**
 * Scrolls the column and the board under a point that is near their edges, slowly at first. To be called once a frame
 * (`now` in ms); true while there is more to scroll.
 */
export function createAutoScroll(): (x: number, y: number, now: number) => boolean {
  const [pushDown, pushAcross] = [createAxis("Top", DOWN), createAxis("Left", ACROSS)];
  return (x, y, now) => {
    const lane = document.elementFromPoint(x, y)?.closest("[data-lane]") ?? null;
    const board = document.querySelector("[data-board]");
    const [at, of] = [lane?.getBoundingClientRect(), board?.getBoundingClientRect()];
    const down = pushDown(lane, y - (at?.top ?? 0), (at?.bottom ?? 0) - y, now);
    const across = pushAcross(board, x - (of?.left ?? 0), (of?.right ?? 0) - x, now);
    return down || across;
  };
}

/** Where one column fills the screen, brings that column before the eyes, or the nearest when none is named. */
export function settleBoard(columnId: string | undefined): void {
  const board = document.querySelector<HTMLElement>("[data-board]");
  if (!board || (getComputedStyle(board).scrollSnapType || "none").startsWith("none")) return;
  const columns = [...board.querySelectorAll<HTMLElement>("[data-column]")];
  const away = (column: HTMLElement) => Math.abs(column.offsetLeft - board.scrollLeft);
  const nearest = columns.toSorted((a, b) => away(a) - away(b))[0];
  const target = columns.find((column) => column.dataset["column"] === columnId) ?? nearest;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target?.scrollIntoView({
    behavior: still ? "auto" : "smooth",
    inline: "start",
    block: "nearest",
  });
}
