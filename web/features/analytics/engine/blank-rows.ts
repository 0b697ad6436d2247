import type { Reading } from "#domain/analytics/reading.ts";
import { BAD_COLUMN, needsCasts } from "#domain/analytics/sql/import.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { Link } from "./engine.ts";
import { locateRecords, recordsOf } from "./locate.ts";
import { REJECTS_KEPT, type Reject } from "./rejects.ts";

/** Records that hold nothing but separators, as spreadsheets write them below their last row. */
export interface BlankRows {
  count: number;
  rejects: Reject[];
}

const NONE: BlankRows = { count: 0, rejects: [] };

const emptyRow = (reading: Reading): string =>
  reading.columns
    .filter(({ skipped }) => !skipped)
    .map(({ name }) => `${quoteIdentifier(name)} IS NULL`)
    .join(" AND ");

/**
 * Finds records of separators alone. Call it before rows leave the table: their numbers are what a record is found by. Where one of them
 * holds something that is only not read (a word for nothing, a column that is left out), none counts. `refused` as in `suspectCells`.
 */
export async function blankRows(
  link: Link,
  table: string,
  file: Blob,
  reading: Reading,
  refused: ReadonlySet<number>,
): Promise<BlankRows> {
  if (reading.columns.length < 2 || reading.columns.every(({ skipped }) => skipped)) return NONE;
  const marked = needsCasts(reading) ? ` AND ${BAD_COLUMN} IS NULL` : "";
  const from = `FROM ${quoteIdentifier(table)} WHERE ${emptyRow(reading)}${marked}`;
  const [counted] = await link.run(`SELECT count(*) AS n ${from}`);
  const count = Number(counted?.["n"] ?? 0);
  if (count === 0) return NONE;
  const rows = (await link.run(
    `SELECT rowid AS at ${from} ORDER BY rowid LIMIT ${REJECTS_KEPT}`,
  )) as { at: number }[];
  const found = await locateRecords(
    file,
    rows.map(({ at }) => at),
    recordsOf(reading, refused),
  );
  const isBlank = (raw: string): boolean =>
    raw.replaceAll(reading.delimiter, "").replaceAll('"', "").trim() === "";
  if (!found.every(({ raw }) => isBlank(raw))) return NONE;
  const rejects = found.map(({ line, raw }): Reject => ({ line, raw, reason: { code: "blank" } }));
  return { count, rejects };
}

/** Takes as many blank rows out of the table as were found; their numbers are then those of the rows that stay. */
export async function dropBlankRows(
  link: Link,
  table: string,
  reading: Reading,
  { count }: BlankRows,
): Promise<void> {
  if (count === 0) return;
  const name = quoteIdentifier(table);
  await link.execute(
    `CREATE OR REPLACE TABLE ${name} AS SELECT * FROM ${name} WHERE NOT (${emptyRow(reading)})`,
  );
}
