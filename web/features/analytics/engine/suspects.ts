import type { Reading } from "#domain/analytics/reading.ts";
import { swallowedLines } from "#domain/analytics/sniff/swallowed.ts";
import { suspectQuery } from "#domain/analytics/sql/suspects.ts";
import type { Link } from "./engine.ts";
import { locateRecords } from "./locate.ts";

/** Lines of the file that stand inside cells of the table, where they seem not to be meant. */
export interface Suspect {
  lines: number;
  /** Physical line of the first such record, and its text; 0 and empty when there is none. */
  from: number;
  raw: string;
}

/** The text of the first is for a look at it. */
const SHOWN = 400;

/**
 * Finds accepted cells that a pair of unclosed quotes made. Call it before rows leave the table: their numbers are what the record is
 * found by. `refused` holds the bytes at which records start that the reader left out.
 */
export async function suspectCells(
  link: Link,
  table: string,
  file: Blob,
  reading: Reading,
  refused: ReadonlySet<number>,
): Promise<Suspect> {
  let lines = 0;
  let first = Infinity;
  if (reading.quotes === "none" || reading.columns.length < 2) return { lines, from: 0, raw: "" };
  for (const [column, { name, kind, skipped }] of reading.columns.entries()) {
    if (kind !== "text" || skipped) continue;
    const rows = (await link.run(suspectQuery(table, name, reading))) as {
      at: number;
      cell: string;
    }[];
    for (const { at, cell } of rows) {
      const taken = swallowedLines(cell, column, reading);
      lines += taken;
      if (taken > 0) first = Math.min(first, at);
    }
  }
  if (lines === 0) return { lines, from: 0, raw: "" };
  const [found] = await locateRecords(file, [first], {
    skipLines: reading.titleLines + (reading.header ? 1 : 0),
    refused,
  });
  return { lines, from: found?.line ?? 0, raw: found?.raw.slice(0, SHOWN) ?? "" };
}
