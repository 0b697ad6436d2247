import type { Choices } from "#domain/analytics/sniff/sniff.ts";
import { sniff } from "#domain/analytics/sniff/sniff.ts";
import type { Reading, Sniffed } from "#domain/analytics/reading.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import {
  importRepaired,
  type RepairedImport,
} from "#web/features/analytics/engine/import-repaired.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import { sampleFile } from "#web/features/analytics/engine/sample.ts";

export interface ReadFile extends RepairedImport {
  sniffed: Sniffed;
  result: ReadResult;
}

/** Takes a file through the whole path: sample, sniff, import, and reads the table back. */
export async function readFile(
  engine: Engine,
  content: string | Uint8Array<ArrayBuffer>,
  { choices = {}, change = {} }: { choices?: Choices; change?: Partial<Reading> } = {},
): Promise<ReadFile> {
  const file = new Blob([content]);
  const sniffed = sniff(await sampleFile(file), choices, (position) => `colonne_${position}`);
  const imported = await importRepaired(
    engine,
    file,
    { ...sniffed.reading, ...change },
    { table: "essai" },
  );
  const result = await runRead(engine, "FROM essai", { limit: 10_000 });
  return { ...imported, sniffed, result };
}
