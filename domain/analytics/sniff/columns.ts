import type { ColumnReading, DateOrder, NumberStyle } from "#domain/analytics/reading.ts";
import {
  bareNumber,
  isPlainInteger,
  isPlainNumber,
  isYesNo,
  numberStyles,
  STRONG_NULL_WORDS,
  WEAK_NULL_WORDS,
} from "./cells.ts";
import { type DateShape, dateShape, orderedFormat } from "./dates.ts";

const STRONG: readonly string[] = STRONG_NULL_WORDS;
const WEAK: readonly string[] = WEAK_NULL_WORDS;
/** Share of the cells that must fit for a column to have a type; the others are shown as rejects. */
const FIT = 0.95;

export type TypedColumn = Pick<ColumnReading, "kind" | "cleaned"> &
  Partial<Pick<ColumnReading, "format" | "style" | "unit">>;

/** What the sample says of one column before the file's styles are chosen. */
export interface ColumnEvidence {
  /** Trimmed cells that hold something. */
  cells: string[];
  nullWords: string[];
  dates: DateShape[];
}

const isTyped = (cell: string): boolean => numberStyles(cell) !== null || dateShape(cell) !== null;

/** Collects the cells of a column, apart from empty ones and words for "nothing". */
export function columnEvidence(raw: readonly string[]): ColumnEvidence {
  const trimmed = raw.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const strong = trimmed.filter((cell) => STRONG.includes(cell));
  let cells = trimmed.filter((cell) => !STRONG.includes(cell));
  const weak = cells.filter((cell) => WEAK.includes(cell));
  const rest = cells.filter((cell) => !WEAK.includes(cell));
  const typed =
    rest.length > 0 && (rest.filter(isTyped).length >= rest.length * FIT || isYesNo(rest));
  if (typed) cells = rest;
  const dates = cells.map(dateShape).filter((shape) => shape !== null);
  return { cells, nullWords: [...new Set([...strong, ...(typed ? weak : [])])], dates };
}

/** Identifiers that look like numbers: SIRET, phone, account. They stay text. */
function isIdentifier(cells: readonly string[]): boolean {
  const length = cells[0]?.length ?? 0;
  if (cells.some((cell) => /^-?0\d/.test(cell))) return true;
  if (cells.some((cell) => isPlainInteger(cell) && cell.length > 15)) return true;
  return (
    length >= 9 &&
    cells.length > 1 &&
    cells.every((cell) => /^\d+$/.test(cell) && cell.length === length)
  );
}

function dateColumn(
  { cells, dates }: ColumnEvidence,
  head: string,
  order: DateOrder,
): TypedColumn | null {
  const first = dates[0];
  if (first === undefined || dates.length < cells.length * FIT) return null;
  if (first.format === "%Y%m%d" && !/date|jour|day|dt/i.test(head)) return null;
  const counts = new Map<string, DateShape & { count: number }>();
  for (const shape of dates) {
    counts.set(shape.format, { ...shape, count: (counts.get(shape.format)?.count ?? 0) + 1 });
  }
  const main = [...counts.values()].toSorted((a, b) => b.count - a.count)[0] as DateShape;
  const own =
    dates.some((shape) => shape.order === "mdy") && !dates.some((shape) => shape.order === "dmy");
  return {
    kind: main.kind,
    format: orderedFormat(main.format, own ? "mdy" : order),
    cleaned: counts.size > 1,
  };
}

function numberColumn(cells: readonly string[], fileStyle: NumberStyle): TypedColumn | null {
  const read = cells.map(numberStyles);
  const numbers = read.filter((styles) => styles !== null);
  if (cells.length === 0 || numbers.length < cells.length * FIT || isIdentifier(cells)) return null;
  const only = numbers.filter((styles) => styles.length === 1).map((styles) => styles[0]);
  const style =
    only.length === 0
      ? fileStyle
      : only.filter((one) => one === "comma").length > only.length / 2
        ? "comma"
        : "point";
  const numeric = cells.filter((_, at) => read[at] !== null);
  const unit = numeric.map((cell) => bareNumber(cell).unit).find((sign) => sign !== null);
  if (numeric.every(isPlainInteger)) return { kind: "integer", cleaned: false };
  const cleaned = !numeric.every((cell) => isPlainNumber(cell, style));
  return {
    kind: "number",
    style,
    cleaned,
    ...(unit && { unit: unit as NonNullable<ColumnReading["unit"]> }),
  };
}

/** Decides on the type of one column. */
export function typeColumn(
  evidence: ColumnEvidence,
  head: string,
  file: { numbers: NumberStyle; dates: DateOrder },
): TypedColumn {
  const { cells, nullWords } = evidence;
  const weak = nullWords.some((word) => WEAK.includes(word));
  if (cells.length > 0 && isYesNo(cells)) return { kind: "boolean", cleaned: true };
  const typed = dateColumn(evidence, head, file.dates) ?? numberColumn(cells, file.numbers);
  return typed === null
    ? { kind: "text", cleaned: false }
    : { ...typed, cleaned: typed.cleaned || weak };
}
