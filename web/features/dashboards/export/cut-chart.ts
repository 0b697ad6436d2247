import type { Cut } from "./cut-table.ts";

/** The place of a row of marks in its chart: px from the top of the chart. */
export interface ChartRow {
  top: number;
  bottom: number;
}

/** Boxes stand between pixels. */
const SLACK = 1;

/**
 * What a box that scrolls would slice of the chart in it, whose rows stand one below the other: every row that is whole on screen stays.
 * Undefined when the box shows all of them.
 */
export function cutChart(
  box: Element,
  host: Element,
  rows: readonly ChartRow[],
): Omit<Cut, "left"> | undefined {
  if (box.scrollHeight <= box.clientHeight + SLACK) return undefined;
  const start = box.getBoundingClientRect().top + box.clientTop;
  const end = start + box.clientHeight;
  const above = host.getBoundingClientRect().top;
  const whole = rows.filter(
    ({ top, bottom }) => above + top >= start - SLACK && above + bottom <= end + SLACK,
  );
  if (whole.length === rows.length) return undefined;
  const top = whole.reduce((most, { bottom }) => Math.max(most, above + bottom), start);
  return { rows: rows.length - whole.length, columns: 0, top };
}
