import type { ColumnReading, Reading } from "#domain/analytics/reading.ts";
import { isYesNo, numberStyles, STRONG_NULL_WORDS, WEAK_NULL_WORDS } from "./cells.ts";
import { dateShape } from "./dates.ts";

/** Share of the lines in a cell that must be cut as the file's records are. */
const ALIKE = 0.8;
/** Cells of typed columns that must read before few lines are believed to be records. */
const TYPED = 2;
/** Lines that tell by their separators alone, where no column has a type: a pair of columns happens in prose, three hardly. */
const LINES = { two: 6, more: 3 };

const NOTHING = new Set<string>(["", ...STRONG_NULL_WORDS, ...WEAK_NULL_WORDS]);

/** True or false where the column's type says something of a cell, undefined where it does not. */
function reads(cell: string, { kind, skipped }: ColumnReading): boolean | undefined {
  const text = cell.trim();
  if (kind === "text" || skipped || NOTHING.has(text)) return undefined;
  if (kind === "date" || kind === "timestamp") return dateShape(text) !== null;
  return kind === "boolean" ? text.length === 1 || isYesNo([text]) : numberStyles(text) !== null;
}

/** How many cells of typed columns read; null when one does not, so that this is no record. */
function typedCells(cells: readonly string[], columns: readonly ColumnReading[]): number | null {
  let read = 0;
  for (const [at, column] of columns.entries()) {
    const answer = reads(cells[at] ?? "", column);
    if (answer === false) return null;
    if (answer) read++;
  }
  return read;
}

/** In prose a blank follows nearly every comma, in a table none. */
function isProse(cell: string, delimiter: string): boolean {
  const parts = cell.split(delimiter).slice(1);
  return parts.filter((part) => /^[ \u00a0\u202f]/.test(part)).length > parts.length / 2;
}

/**
 * Lines of the file that a cell in quotes seems to have taken with it: two quotes, each without its other half, make one cell of
 * everything between them. Its lines are then cut as the records are, its ends complete each other to one record, and what stands where
 * a typed column would be reads as that type. 0 for a cell that may well be meant: an address, a note.
 */
export function swallowedLines(
  cell: string,
  column: number,
  { delimiter, columns }: Pick<Reading, "delimiter" | "columns">,
): number {
  const lines = cell.split(/\r\n|\n|\r/);
  const width = columns.length;
  if (lines.length < 2 || width < 2 || isProse(cell, delimiter)) return 0;
  const cut = lines.map((line) => line.split(delimiter));
  const first = cut[0] ?? [];
  const last = cut.at(-1) ?? [];
  const inner = cut.slice(1, -1).filter((cells) => cells.length > 1 || cells[0]?.trim() !== "");
  const ends =
    first.length === width - column && last.length === column + 1
      ? [[...last.slice(0, column), "", ...first.slice(1)]]
      : [];
  let alike = 0;
  let typed = 0;
  for (const cells of [...inner, ...ends]) {
    const read = cells.length === width ? typedCells(cells, columns) : null;
    if (read === null) continue;
    alike++;
    typed += read;
  }
  const enough = typed >= TYPED || alike >= (width === 2 ? LINES.two : LINES.more);
  return enough && alike >= ALIKE * (inner.length + 1) ? lines.length - 1 : 0;
}
