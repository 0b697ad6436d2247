import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";

/** Room in a head for icon, sort mark and padding, in a cell for its padding, and for one letter, in px. */
const [HEAD, CELL, LETTER] = [66, 34, 7.5];
const [LEAST, MOST] = [96, 320];
const WIDTHS = { text: 200, integer: 110, number: 130, date: 120, timestamp: 170, boolean: 110 };

const figures = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** Letters of a cell as it is written, nearly. */
const written = (cell: Cell): number =>
  (typeof cell === "number" ? figures.format(cell) : String(cell ?? "")).length;

/** How wide a column of a result is, in px: its name is read whole, and `cells`, where all of them are at hand, are as well. */
export function columnRoom(
  { name, kind }: { name: string; kind: ColumnKind },
  cells: readonly Cell[] | undefined,
): number {
  const fits = cells !== undefined && (kind === "text" || kind === "integer" || kind === "number");
  const own = fits ? Math.max(0, ...cells.map(written)) * LETTER + CELL : WIDTHS[kind];
  return Math.round(Math.min(MOST, Math.max(LEAST, own, HEAD + name.length * LETTER)));
}
