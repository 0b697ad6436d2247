const EDGE = 56;
const FASTEST = 18;

/** Pixels to scroll in a frame for a pointer this far from an edge. */
export function scrollStep(distance: number): number {
  if (distance >= EDGE) return 0;
  return Math.ceil(((EDGE - Math.max(0, distance)) / EDGE) * FASTEST);
}

function push(element: Element | null, near: number, far: number, axis: "Top" | "Left"): boolean {
  const step = scrollStep(far) - scrollStep(near);
  if (!element || step === 0) return false;
  const before = element[`scroll${axis}`];
  element[`scroll${axis}`] = before + step;
  return element[`scroll${axis}`] !== before;
}

/** Scrolls the column and the board under a point that is near their edges. True while something scrolled. */
export function autoScroll(x: number, y: number): boolean {
  const under = document.elementFromPoint(x, y);
  const lane = under?.closest("[data-lane]") ?? null;
  const board = document.querySelector("[data-board]");
  const laneBox = lane?.getBoundingClientRect();
  const boardBox = board?.getBoundingClientRect();
  const down = laneBox ? push(lane, y - laneBox.top, laneBox.bottom - y, "Top") : false;
  const across = boardBox ? push(board, x - boardBox.left, boardBox.right - x, "Left") : false;
  return down || across;
}
