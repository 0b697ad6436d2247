import type { Reading } from "#domain/analytics/reading.ts";
import { swallowedLines } from "#domain/analytics/sniff/swallowed.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { longestText, statsQuery, suspectQuery } from "#domain/analytics/sql/suspects.ts";
import type { Link } from "./engine.ts";
import { locateRecords, recordsOf } from "./locate.ts";

/** Lines of the file that stand inside cells of the table, where they seem not to be meant. */
export interface Suspect {
  lines: number;
  /** Physical line of the first such record, and its text; 0 and empty when there is none. */
  from: number;
  raw: string;
}

const NONE: Suspect = { lines: 0, from: 0, raw: "" };
/** A cell that took a line with it is at least this share of an average record long. */
const SHORTEST = 0.4;
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
  if (reading.quotes === "none" || reading.columns.length < 2) return NONE;
  const [counted] = await link.run(`SELECT count(*) AS n FROM ${quoteIdentifier(table)}`);
  const shortest = (SHORTEST * file.size) / (Number(counted?.["n"] ?? 0) + refused.size + 1);
  const texts = reading.columns
    .map(({ name, kind, skipped }, column) => ({ name, column, read: kind === "text" && !skipped }))
    .filter(({ read }) => read);
  if (texts.length === 0) return NONE;
  const names = texts.map(({ name }) => name);
  const [stats = {}] = await link.run(statsQuery(table, names));
  for (const [at, { name, column }] of texts.entries()) {
    if (longestText(stats[`s${at}`]) < shortest) continue;
    const rows = (await link.run(suspectQuery(table, name, reading, shortest))) as {
      at: number;
      cell: string;
    }[];
    for (const row of rows) {
      const taken = swallowedLines(row.cell, column, reading);
      lines += taken;
      if (taken > 0) first = Math.min(first, row.at);
    }
  }
  if (lines === 0) return NONE;
  const [found] = await locateRecords(file, [first], recordsOf(reading, refused));
  return { lines, from: found?.line ?? 0, raw: found?.raw.slice(0, SHOWN) ?? "" };
}
