import type { Reading } from "#domain/analytics/reading.ts";
import { FIRST_DAY, isNative } from "#domain/analytics/sql/cast.ts";
import { importStatement, needsCasts } from "#domain/analytics/sql/import.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { blankRows, dropBlankRows } from "./blank-rows.ts";
import { asUtf8, withoutTotals } from "./decode.ts";
import type { Engine, Link } from "./engine.ts";
import {
  castRejects,
  readerRejects,
  REJECTS_KEPT,
  type Reject,
  type Swallowed,
  together,
} from "./rejects.ts";
import { suspectCells, type Suspect } from "./suspects.ts";

export interface ImportOptions {
  /** Table to create; one of that name is replaced. */
  table: string;
  signal?: AbortSignal | undefined;
  /** Share done, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** What came of a file: rows in the table, lines left out with reasons, milliseconds. */
export interface Imported {
  rows: number;
  /** Records left out; one with an unclosed quote holds many lines, which `swallowed` counts. */
  rejected: number;
  swallowed: Swallowed;
  /** Lines that stand in cells of accepted rows, as far as one can tell by mistake. */
  suspect: Suspect;
  /** Position of a column with a year before 1000, which was one of two digits among years of four. */
  shortYears?: number | undefined;
  /** Rows in the table with a cell left empty that did not read. */
  emptied: number;
  /** Lines left out, swallowed and emptied, in the order of the file, as many as are kept. */
  rejects: Reject[];
  ms: number;
}

/** Decoding takes this share of the progress when a file is not UTF-8. */
const DECODING = 0.5;

/**
 * Reads a file into a table as the reading says. Lines that do not fit are listed, not lost. Throws AbortError when cancelled and the
 * database's error when the reader gives up on the file as a whole.
 */
export async function importFile(
  engine: Engine,
  file: Blob,
  reading: Reading,
  { table, signal, onProgress }: ImportOptions,
): Promise<Imported> {
  const started = performance.now();
  const id = crypto.randomUUID().replaceAll("-", "").slice(0, 12);
  const target = { path: `local/${id}.csv`, table, rejects: id };
  const decoding = reading.encoding === "utf-8" ? 0 : DECODING;
  const utf8 = await asUtf8(file, reading.encoding, {
    signal,
    onBytes: (bytes) => onProgress?.((bytes / file.size) * decoding),
  });
  const source = await withoutTotals(utf8, reading);
  await engine.register(target.path, source);
  try {
    return await engine.linked(async (link) => {
      await link.execute(importStatement(reading, target), {
        signal,
        onProgress: (share) => share >= 0 && onProgress?.(decoding + share * (1 - decoding)),
      });
      signal?.throwIfAborted();
      const reader = await readerRejects(link, target, source, reading);
      const suspect = await suspectCells(link, table, source, reading, reader.starts);
      const shortYears = await columnOfShortYears(link, table, reading);
      const blank = await blankRows(link, table, source, reading, reader.starts);
      const cast = needsCasts(reading)
        ? await castRejects(link, table, source, reading, reader.starts)
        : { count: 0, rejects: [], swallowed: { lines: 0, from: 0 } };
      await dropBlankRows(link, table, reading, blank);
      const [counted] = await link.run(`SELECT count(*) AS n FROM ${quoteIdentifier(table)}`);
      return {
        rows: Number(counted?.["n"] ?? 0),
        rejected: reader.count + blank.count + (reading.badCells === "reject" ? cast.count : 0),
        shortYears,
        swallowed: together(reader.swallowed, cast.swallowed),
        suspect,
        emptied: reading.badCells === "empty" ? cast.count : 0,
        rejects: [...reader.rejects, ...blank.rejects, ...cast.rejects]
          .toSorted((a, b) => a.line - b.line)
          .slice(0, REJECTS_KEPT),
        ms: performance.now() - started,
      };
    });
  } finally {
    if (engine.alive()) await engine.drop(target.path).catch(() => undefined);
  }
}

/** The reader itself takes 26 for the year 26: its first column with such a year, by its earliest date. */
async function columnOfShortYears(
  link: Link,
  table: string,
  reading: Reading,
): Promise<number | undefined> {
  const dated = reading.columns
    .map((column, at) => ({ column, at }))
    .filter(
      ({ column }) =>
        !column.skipped &&
        (column.kind === "date" || column.kind === "timestamp") &&
        isNative(column, reading),
    );
  if (dated.length === 0) return undefined;
  const early = dated.map(
    ({ column, at }) =>
      `min(${quoteIdentifier(column.name)}) < ${quoteLiteral(FIRST_DAY)} AS c${at}`,
  );
  const [found] = await link.run(`SELECT ${early.join(", ")} FROM ${quoteIdentifier(table)}`);
  return dated.find(({ at }) => found?.[`c${at}`] === true)?.at;
}
