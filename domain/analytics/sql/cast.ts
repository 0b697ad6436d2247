import type { ColumnReading, Reading } from "#domain/analytics/reading.ts";
import { STRONG_NULL_WORDS, WEAK_NULL_WORDS } from "#domain/analytics/sniff/cells.ts";
import { quoteIdentifier, quoteList, quoteLiteral, quoteSet } from "./quote.ts";

const STRONG: readonly string[] = STRONG_NULL_WORDS;
const TRUE_WORDS = ["oui", "vrai", "true", "yes", "o", "y", "1", "t"];
const FALSE_WORDS = ["non", "faux", "false", "no", "n", "0", "f"];
/** Characters around a number that carry no value: units, spaces of thousands, apostrophes, plus. */
const AROUND = "€$£%+'’ \t\u00a0\u202f\u2009";

/** No table of a firm begins before: an earlier year is one of two digits. */
export const FIRST_DAY = "1000-01-01";

/** Words that `nullstr` of the reader takes for the whole file. */
export const strongNullWords = (reading: Reading): string[] =>
  reading.nullWords.filter((word) => STRONG.includes(word));

/** ISO forms that the reader understands without being told a format. */
export const isIsoFormat = (format: string): boolean =>
  /^%Y-%m-%d(?:[ T]%H:%M(?::%S(?:\.%f)?)?)?$/.test(format);

/** One file, one format: the first column of that kind sets it, the others are cast one by one. */
export function fileFormat(reading: Reading, kind: "date" | "timestamp"): string | undefined {
  return reading.columns.find((column) => column.kind === kind && !column.cleaned)?.format;
}

/** True when the reader itself can give the column its type; otherwise it reads text and a cast follows. */
export function isNative(column: ColumnReading, reading: Reading): boolean {
  if (column.kind === "text" || column.skipped) return true;
  if (reading.badCells === "empty" || column.cleaned || column.kind === "boolean") return false;
  if (column.kind === "integer") return true;
  if (column.kind === "number") return (column.style ?? reading.numbers) === reading.numbers;
  return column.format === fileFormat(reading, column.kind) && !column.format?.includes("%z");
}

/** What a sign of thousands stands in: groups of three at the end, of two or three before. Elsewhere it is a decimal sign of the other style. */
const grouped = (thousands: string, decimal: string): string =>
  String.raw`^\D*\d{1,3}(?:[${thousands}]\d{2,3})*[${thousands}]\d{3}(?:[${decimal}]\d*)?\D*$`;

function numberCast(text: string, style: "comma" | "point"): string {
  const [thousands, decimal] = style === "comma" ? ([".", ","] as const) : ([",", "."] as const);
  const [from, to] = style === "comma" ? [`,−–.${AROUND}`, ".--"] : [`−–,${AROUND}`, "--"];
  const bare = `translate(replace(${text}, 'EUR', ''), ${quoteLiteral(from)}, ${quoteLiteral(to)})`;
  const signed = `CASE WHEN ${bare} LIKE '(%)' THEN '-' || ${bare}[2:-2] WHEN ${bare} LIKE '_%-' THEN '-' || ${bare}[:-2] ELSE ${bare} END`;
  const misplaced = `contains(${text}, ${quoteLiteral(thousands)}) AND NOT regexp_matches(${text}, ${quoteLiteral(grouped(thousands, decimal))})`;
  return `CASE WHEN ${misplaced} THEN NULL ELSE try_cast(${signed} AS DOUBLE) END`;
}

/** With the day first, years of two digits and of four stand in one column; the short ones first, as the long form takes 26 for the year 26. */
const withYears = (format: string): string[] =>
  format.startsWith("%Y") ? [format] : [format.replace("%Y", "%y"), format.replace("%y", "%Y")];

function timeCast(text: string, column: ColumnReading): string {
  const format = column.format ?? "%Y-%m-%d";
  const type = column.kind === "date" ? "DATE" : "TIMESTAMP";
  const formats = [format];
  if (column.kind === "timestamp") {
    formats.push(
      format.includes(":%S") ? format.replace(":%S", "") : format.replace("%M", "%M:%S"),
    );
    formats.push(format.replace(/[ T]%H.*$/, ""));
  }
  const read = isIsoFormat(format)
    ? `try_cast(${text} AS ${type})`
    : `CAST(try_strptime(${text}, ${quoteList(formats.flatMap(withYears))}) AS ${type})`;
  return `CASE WHEN ${read} >= ${type} ${quoteLiteral(FIRST_DAY)} THEN ${read} END`;
}

/** The typed value of a column that was read as text; null where the text does not read. */
export function castExpression(column: ColumnReading, reading: Reading): string {
  const text = `trim(${quoteIdentifier(column.name)})`;
  switch (column.kind) {
    case "text":
      return quoteIdentifier(column.name);
    case "integer":
      return `try_cast(${text} AS BIGINT)`;
    case "number":
      return numberCast(text, column.style ?? reading.numbers);
    case "boolean":
      return `CASE WHEN lower(${text}) IN ${quoteSet(TRUE_WORDS)} THEN true WHEN lower(${text}) IN ${quoteSet(FALSE_WORDS)} THEN false END`;
    case "date":
    case "timestamp":
      return timeCast(text, column);
    default:
      return column.kind satisfies never;
  }
}

/** True for rows whose text says something that does not read as the column's type. */
export function badCell(column: ColumnReading, reading: Reading): string {
  const text = `trim(${quoteIdentifier(column.name)})`;
  const empties = ["", ...WEAK_NULL_WORDS, ...strongNullWords(reading)];
  return `(${castExpression(column, reading)} IS NULL AND ${text} NOT IN ${quoteSet(empties)})`;
}

/** The type that the reader is told for a column. */
export function readerType(column: ColumnReading, reading: Reading): string {
  if (!isNative(column, reading) || column.skipped) return "VARCHAR";
  return {
    text: "VARCHAR",
    integer: "BIGINT",
    number: "DOUBLE",
    date: "DATE",
    timestamp: "TIMESTAMP",
    boolean: "VARCHAR",
  }[column.kind];
}
