import type { ImportChoices } from "#domain/analytics/choices.ts";
import type { Reading, Sniffed } from "#domain/analytics/reading.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import {
  importRepaired,
  type RepairedImport,
} from "#web/features/analytics/engine/import-repaired.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
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
