/** Px of the line that says what of a table is not in the picture. */
export const NOTE_PX = 28;
/** Boxes stand between pixels: what is over by less is whole. */
const SLACK = 1;

/** What of a table has no whole place in its box. */
export interface Cut {
  /** The rows and cells that the box slices or does not show. */
  left: ReadonlySet<Element>;
  /** How many rows and columns these are; of a list that is drawn in part, also the rows that are not in the page. */
  rows: number;
  columns: number;
  /** The top of the line that says so, in px of the window. */
  top: number;
}

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
const isStuck = (element: Element): boolean => getComputedStyle(element).position === "sticky";
const lowest = (elements: readonly Element[], or: number): number =>
  elements.reduce((most, one) => Math.max(most, boxOf(one).bottom), or);

/** The cells that are not whole between the sides; one that is wider than these stays. */
function slicedCells(row: Element, left: number, right: number): Element[] {
  const [first] = row.children;
  const pinned = first && isStuck(first) ? first : undefined;
  const from = pinned ? boxOf(pinned).right : left;
  return [...row.children].filter((cell) => {
    const { left: start, right: end, width } = boxOf(cell);
    if (cell === pinned || width > right - from) return false;
    return start < from - SLACK || end > right + SLACK;
  });
}

/**
 * What a box that scrolls would slice of its table, with room for a line that says so. Undefined when the box holds no table, or shows all
 * of it. Heads and sums that stick stay.
 */
export function cutTable(box: Element): Cut | undefined {
  if (!box.matches("[role=grid]") && !box.querySelector(":scope > table")) return undefined;
  const all = [...box.querySelectorAll("[role=row], tr")];
  const body = all.filter((row) => !row.closest("thead") && !isStuck(row));
  const [first] = body;
  if (first === undefined) return undefined;
  const fixed = all.filter((row) => !body.includes(row));
  const heads = fixed.filter((row) => all.indexOf(row) < all.indexOf(first));
  const feet = fixed.filter((row) => !heads.includes(row));
  const frame = boxOf(box);
  const sides = [
    frame.left + box.clientLeft,
    frame.left + box.clientLeft + box.clientWidth,
  ] as const;
  const top = lowest(heads, frame.top + box.clientTop);
  const end = frame.top + box.clientTop + box.clientHeight;
  const bottom = feet.reduce((least, row) => Math.min(least, boxOf(row).top), end);
  const whole = (to: number): Element[] =>
    body.filter((row) => boxOf(row).top >= top - SLACK && boxOf(row).bottom <= to + SLACK);
  const counted = Number(box.getAttribute("aria-rowcount") ?? all.length) - fixed.length;
  const cells = all.flatMap((row) => slicedCells(row, ...sides));
  const headed = heads.at(-1) ?? first;
  const columns = [...headed.children].filter((cell) => cells.includes(cell)).length;
  if (whole(bottom).length >= counted && columns === 0) return undefined;

  const under = [...box.querySelectorAll(":scope > p")];
  const last = lowest([...all, ...under], top);
  const fits = last + NOTE_PX <= end + SLACK;
  const kept = whole(fits ? bottom : bottom - NOTE_PX);
  const gone = body.filter((row) => !kept.includes(row));
  return {
    left: new Set([...gone, ...cells, ...(fits ? [] : under)]),
    rows: Math.max(0, counted - kept.length),
    columns,
    top: fits ? last : lowest(kept, top),
  };
}
