import type { ImportChoices } from "#domain/analytics/choices.ts";
import type { Reading, Sniffed } from "#domain/analytics/reading.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import {
  importRepaired,
  type RepairedImport,
} from "#web/features/analytics/engine/import-repaired.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { convert } from "#web/features/analytics/convert/convert.ts";
import { openFile, sniffFile } from "#web/features/analytics/engine/open-file.ts";

export interface ReadFile extends RepairedImport {
  sniffed: Sniffed;
  result: ReadResult;
}

/** Takes a file through the whole path: sample, sniff, import, and reads the table back. */
export async function readFile(
  engine: Engine,
  content: string | Uint8Array<ArrayBuffer>,
  { choices = {}, change = {} }: { choices?: ImportChoices; change?: Partial<Reading> } = {},
): Promise<ReadFile> {
  const file = new Blob([content]);
  const opened = await openFile(file, { part: choices.part, convert });
  const sniffed = await sniffFile(opened, choices, (position) => `colonne_${position}`);
  const imported = await importRepaired(
    engine,
    opened.text,
    { ...sniffed.reading, ...change },
    { table: "essai" },
  );
  const result = await runRead(engine, "FROM essai", { limit: 10_000 });
  return { ...imported, sniffed, result };
}

/** The cells of one column of what was read, in the order of the rows. */
export const column = ({ result }: ReadFile, name: string): Cell[] => {
  const at = result.columns.findIndex((one) => one.name === name);
  return result.rows.map((row) => row[at] ?? null);
};

/** So many lines of a file, without a line feed at the end. */
export const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

/** A date as a cell holds it: midnight UTC in epoch milliseconds. */
export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
