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

const STRONG: ReadonlySet<string> = new Set(STRONG_NULL_WORDS);
const WEAK: ReadonlySet<string> = new Set(WEAK_NULL_WORDS);
/** Share of the cells that must fit for a column to have a type; the others are shown as rejects. */
const FIT = 0.95;

export type TypedColumn = Pick<ColumnReading, "kind" | "cleaned"> &
  Partial<Pick<ColumnReading, "format" | "style" | "unit">>;

/** What the sample says of one column before the file's styles are chosen. */
export interface ColumnEvidence {
  /** Trimmed cells that hold something. */
  cells: string[];
  /** How each of them reads as a number; found once, since it is asked for again and again. */
  styles: (readonly NumberStyle[] | null)[];
  nullWords: string[];
  dates: DateShape[];
}

interface Seen {
  cell: string;
  styles: readonly NumberStyle[] | null;
  date: DateShape | null;
}

/** What holds for a column that does not prove otherwise by itself. */
export interface FileStyles {
  numbers: NumberStyle;
  dates: DateOrder;
  /** True when a person took the order of day and month. */
  datesChosen: boolean;
}

/** Collects the cells of a column, apart from empty ones and words for "nothing". */
export function columnEvidence(raw: readonly string[]): ColumnEvidence {
  const strong = new Set<string>();
  const weak = new Set<string>();
  const all: Seen[] = [];
  for (const untrimmed of raw) {
    const cell = untrimmed.trim();
    if (cell === "") continue;
    if (STRONG.has(cell)) strong.add(cell);
    else all.push({ cell, styles: numberStyles(cell), date: dateShape(cell) });
    if (WEAK.has(cell)) weak.add(cell);
  }
  const rest = weak.size === 0 ? all : all.filter(({ cell }) => !WEAK.has(cell));
  const read = rest.filter(({ styles, date }) => styles !== null || date !== null).length;
  const typed =
    rest.length > 0 && (read >= rest.length * FIT || isYesNo(rest.map(({ cell }) => cell)));
  const seen = typed ? rest : all;
  return {
    cells: seen.map(({ cell }) => cell),
    styles: seen.map(({ styles }) => styles),
    nullWords: [...strong, ...(typed ? weak : [])],
    dates: seen.map(({ date }) => date).filter((shape) => shape !== null),
  };
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
  file: FileStyles,
): TypedColumn | null {
  const first = dates[0];
  if (first === undefined || dates.length < cells.length * FIT) return null;
  if (first.format === "%Y%m%d" && !/date|jour|day|dt/i.test(head)) return null;
  const counts = new Map<string, DateShape & { count: number }>();
  for (const shape of dates) {
    counts.set(shape.format, { ...shape, count: (counts.get(shape.format)?.count ?? 0) + 1 });
  }
  const main = [...counts.values()].toSorted((a, b) => b.count - a.count)[0] as DateShape;
  const proves = (order: DateOrder): boolean => dates.some((shape) => shape.order === order);
  const own = proves("mdy") ? "mdy" : "dmy";
  const open = file.datesChosen || proves("mdy") === proves("dmy");
  const order = open ? file.dates : own;
  return {
    kind: main.kind,
    format: orderedFormat(main.format, order),
    cleaned: counts.size > 1,
  };
}

function numberColumn(
  { cells, styles: read }: ColumnEvidence,
  fileStyle: NumberStyle,
): TypedColumn | null {
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
export function typeColumn(evidence: ColumnEvidence, head: string, file: FileStyles): TypedColumn {
  const { cells, nullWords } = evidence;
  const weak = nullWords.some((word) => WEAK.has(word));
  if (cells.length > 0 && isYesNo(cells)) return { kind: "boolean", cleaned: true };
  const typed = dateColumn(evidence, head, file) ?? numberColumn(evidence, file.numbers);
  return typed === null
    ? { kind: "text", cleaned: false }
    : { ...typed, cleaned: typed.cleaned || weak };
}
