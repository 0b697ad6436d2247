import type { Reading } from "#domain/analytics/reading.ts";
import {
  badCell,
  castExpression,
  fileFormat,
  isIsoFormat,
  isNative,
  readerType,
  strongNullWords,
} from "./cast.ts";
import { quoteIdentifier, quoteList, quoteLiteral } from "./quote.ts";

/** Holds the position of the first unreadable cell of a row while a file is being read. */
export const BAD_COLUMN = "__aetheria_bad";

export interface ImportTarget {
  /** Registered path of the file, below `local/`. */
  path: string;
  table: string;
  /** Suffix for the two tables of rejected lines, unique in the session. */
  rejects: string;
}

export const rejectsTable = (target: Pick<ImportTarget, "rejects">): string =>
  `rejects_${target.rejects}`;
export const scansTable = (target: Pick<ImportTarget, "rejects">): string =>
  `scans_${target.rejects}`;

/** `read_csv(…)` with every option said: nothing is left to the reader's own guess. */
export function readCsv(reading: Reading, target: ImportTarget): string {
  const columns = reading.columns
    .map((column) => `${quoteLiteral(column.name)}: ${quoteLiteral(readerType(column, reading))}`)
    .join(", ");
  const options = [
    quoteLiteral(target.path),
    "auto_detect = false",
    "header = false",
    `skip = ${reading.titleLines + (reading.header ? 1 : 0)}`,
    `delim = ${quoteLiteral(reading.delimiter)}`,
    `quote = ${quoteLiteral(reading.quotes === "none" ? "" : '"')}`,
    `escape = ${quoteLiteral(reading.quotes === "none" ? "" : '"')}`,
    `columns = {${columns}}`,
    `nullstr = ${quoteList(["", ...strongNullWords(reading)])}`,
    `strict_mode = ${!reading.lenient}`,
    `max_line_size = ${reading.maxLineBytes}`,
    "store_rejects = true",
    `rejects_table = ${quoteLiteral(rejectsTable(target))}`,
    `rejects_scan = ${quoteLiteral(scansTable(target))}`,
  ];
  if (reading.numbers === "comma") options.push("decimal_separator = ','");
  if (reading.shortRows === "fill") options.push("null_padding = true");
  const date = fileFormat(reading, "date");
  if (date !== undefined && !isIsoFormat(date)) options.push(`dateformat = ${quoteLiteral(date)}`);
  const instant = fileFormat(reading, "timestamp");
  if (instant !== undefined && !isIsoFormat(instant))
    options.push(`timestampformat = ${quoteLiteral(instant)}`);
  return `read_csv(${options.join(", ")})`;
}

/** True when some cells are cast after reading, so that rows can be bad without the reader's knowledge. */
export const needsCasts = (reading: Reading): boolean =>
  reading.columns.some((column) => !column.skipped && !isNative(column, reading));

/** Creates the table from the file. With casts it also marks the first unreadable column of a row. */
export function importStatement(reading: Reading, target: ImportTarget): string {
  const kept = reading.columns.filter(({ skipped }) => !skipped);
  const values = kept.map((column) => {
    const name = quoteIdentifier(column.name);
    return isNative(column, reading) ? name : `${castExpression(column, reading)} AS ${name}`;
  });
  if (needsCasts(reading)) {
    const marks = reading.columns.flatMap((column, at) =>
      column.skipped || isNative(column, reading)
        ? []
        : [`WHEN ${badCell(column, reading)} THEN ${at}`],
    );
    values.push(`CASE ${marks.join(" ")} END::SMALLINT AS ${BAD_COLUMN}`);
  }
  return `CREATE OR REPLACE TABLE ${quoteIdentifier(target.table)} AS SELECT ${values.join(", ")} FROM ${readCsv(reading, target)}`;
}
