import type { Reading } from "#domain/analytics/reading.ts";
import { BAD_COLUMN, rejectsTable } from "#domain/analytics/sql/import.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { parseRecords } from "#domain/analytics/sniff/records.ts";
import { swallowedLines } from "#domain/analytics/sniff/swallowed.ts";
import type { Link } from "./engine.ts";
import { linesAt, locateRecords, recordsOf } from "./locate.ts";

export type RejectReason =
  | { code: "missing"; found: number; expected: number }
  | { code: "extra"; found: number; expected: number }
  | { code: "cell"; column: number; value: string }
  | { code: "blank" }
  | { code: "quote" }
  | { code: "swallowed"; by: number }
  | { code: "too-long" }
  | { code: "encoding" }
  | { code: "other" };

/**
 * A line that is not in the table, or is with an empty cell, as the file has it. `line` counts physical lines from 1. A quote that
 * swallows lines makes an entry of each of them.
 */
export interface Reject {
  line: number;
  raw: string;
  reason: RejectReason;
}

/** As many as the page keeps at hand and exports; the count is of all. */
export const REJECTS_KEPT = 50_000;

interface RawReject {
  start: number;
  column_idx: number | null;
  error_type: string;
  csv_line: string | null;
}

/** Lines that rejected records hold beyond their first: an unclosed quote takes all those after it with it. */
export interface Swallowed {
  lines: number;
  /** Physical line of the first such record; 0 when there is none. */
  from: number;
}

const linesOf = (raw: string): string[] => raw.replace(/[\r\n]+$/, "").split(/\r\n|\n|\r/);
const linesAfterFirst = (raw: string): number => linesOf(raw).length - 1;

const cellsOf = (raw: string, reading: Reading): string[] =>
  parseRecords(raw, reading.delimiter, 1, reading.quotes !== "none")[0]?.cells ?? [];

/** Lines of a record beyond its first when one of its cells swallowed any; the line feeds of a mere text are none. */
const swallowedIn = (raw: string, cells: readonly string[], reading: Reading): number =>
  cells.some((cell, at) => swallowedLines(cell, at, reading) > 0) ? linesAfterFirst(raw) : 0;

const oneByOne = (rejects: readonly Reject[], spans: readonly number[]): Reject[] =>
  rejects.flatMap((reject, record) =>
    spans[record] === 0
      ? [reject]
      : linesOf(reject.raw).map((raw, at) =>
          at === 0
            ? { ...reject, raw }
            : { line: reject.line + at, raw, reason: { code: "swallowed", by: reject.line } },
        ),
  );

const swallowedBy = (spans: readonly number[], rejects: readonly Reject[]): Swallowed => ({
  lines: spans.reduce((all, one) => all + one, 0),
  from: rejects[spans.findIndex((span) => span > 0)]?.line ?? 0,
});

/** Two counts as one. */
export const together = (one: Swallowed, other: Swallowed): Swallowed => ({
  lines: one.lines + other.lines,
  from: one.from > 0 && other.from > 0 ? Math.min(one.from, other.from) : one.from + other.from,
});

const cellReason = (cells: readonly string[], column: number): RejectReason => ({
  code: "cell",
  column,
  value: cells[column] ?? "",
});

function reasonOf(row: RawReject, reading: Reading): RejectReason {
  const raw = row.csv_line ?? "";
  const expected = reading.columns.length;
  const cells = cellsOf(raw, reading);
  switch (row.error_type) {
    case "MISSING COLUMNS":
      return { code: "missing", found: cells.length, expected };
    case "TOO MANY COLUMNS":
      return { code: "extra", found: cells.length, expected };
    case "CAST":
      return cellReason(cells, (row.column_idx ?? 1) - 1);
    case "UNQUOTED VALUE":
      return { code: "quote" };
    case "LINE SIZE OVER MAXIMUM":
      return { code: "too-long" };
    case "INVALID ENCODING":
    case "INVALID UNICODE":
      return { code: "encoding" };
    default:
      return { code: "other" };
  }
}

const first = (column: string): string =>
  `first(${column} ORDER BY error_type = 'CAST', coalesce(column_idx, 0)) AS ${column}`;

/**
 * Lines that the reader refused, one entry a line, in the order of the file. `starts` are the bytes at which all of them begin.
 * The reader counts records, not lines: where quotes hold line feeds only the byte tells the line.
 */
export async function readerRejects(
  link: Link,
  target: { rejects: string },
  file: Blob,
  reading: Reading,
): Promise<{
  count: number;
  rejects: Reject[];
  starts: ReadonlySet<number>;
  swallowed: Swallowed;
}> {
  const table = quoteIdentifier(rejectsTable(target));
  const rows = (await link.run(
    `SELECT line_byte_position - 1 AS start, ${["column_idx", "error_type", "csv_line"].map(first).join(", ")} FROM ${table} GROUP BY 1 ORDER BY 1`,
  )) as unknown as RawReject[];
  // With CRLF the reader counts from the LF that ends the line before.
  for (const row of rows) {
    if (row.csv_line?.startsWith("\n") !== true) continue;
    row.start += 1;
    row.csv_line = row.csv_line.slice(1);
  }
  const kept = rows.slice(0, REJECTS_KEPT);
  const lines = await linesAt(
    file,
    kept.map(({ start }) => start),
  );
  const rejects = kept.map((row, at) => ({
    line: lines[at] ?? 0,
    raw: (row.csv_line ?? "").replace(/\r$/, ""),
    reason: reasonOf(row, reading),
  }));
  // The quotes of a record with a cell that does not read may be right, and mostly are.
  const spans = rows.map(({ error_type, csv_line }) =>
    error_type === "CAST"
      ? swallowedIn(csv_line ?? "", cellsOf(csv_line ?? "", reading), reading)
      : linesAfterFirst(csv_line ?? ""),
  );
  const swallowed = swallowedBy(spans, rejects);
  return {
    count: rows.length,
    rejects: oneByOne(rejects, spans),
    starts: new Set(rows.map(({ start }) => start)),
    swallowed,
  };
}

/**
 * Takes rows whose cells did not read out of the table and finds their lines in the file again. With "empty" the rows stay,
 * their bad cells empty, and are listed all the same.
 */
export async function castRejects(
  link: Link,
  table: string,
  file: Blob,
  reading: Reading,
  refused: ReadonlySet<number>,
): Promise<{ count: number; rejects: Reject[]; swallowed: Swallowed }> {
  const name = quoteIdentifier(table);
  const [total] = await link.run(`SELECT count(${BAD_COLUMN}) AS n FROM ${name}`);
  const count = Number(total?.["n"] ?? 0);
  const bad = (await link.run(
    `SELECT rowid AS at, ${BAD_COLUMN} AS position FROM ${name} WHERE ${BAD_COLUMN} IS NOT NULL ORDER BY rowid LIMIT ${REJECTS_KEPT}`,
  )) as { at: number; position: number }[];
  if (count > 0 && reading.badCells === "reject") {
    await link.execute(
      `CREATE OR REPLACE TABLE ${name} AS SELECT * EXCLUDE (${BAD_COLUMN}) FROM ${name} WHERE ${BAD_COLUMN} IS NULL`,
    );
  } else await link.execute(`ALTER TABLE ${name} DROP COLUMN ${BAD_COLUMN}`);
  if (bad.length === 0) return { count, rejects: [], swallowed: { lines: 0, from: 0 } };
  const found = await locateRecords(
    file,
    bad.map(({ at }) => at),
    recordsOf(reading, refused),
  );
  const cells = found.map(({ raw }) => cellsOf(raw, reading));
  const rejects = found.map(({ line, raw }, at): Reject => ({
    line,
    raw,
    reason: cellReason(cells[at] ?? [], bad[at]?.position ?? 0),
  }));
  const spans = cells.map((one, at) => swallowedIn(found[at]?.raw ?? "", one, reading));
  return { count, rejects: oneByOne(rejects, spans), swallowed: swallowedBy(spans, rejects) };
}
