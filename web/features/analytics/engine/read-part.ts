import { withChoices } from "#domain/analytics/choices.ts";
import { alike } from "#domain/analytics/parts/alike.ts";
import type { Reading } from "#domain/analytics/reading.ts";
import type { Convert } from "#web/features/analytics/convert/in-worker.ts";
import type { Engine } from "./engine.ts";
import { importRepaired, type RepairedImport } from "./import-repaired.ts";
import { openFile, sniffFile } from "./open-file.ts";

export interface PartOptions {
  table: string;
  nameOf: (position: number) => string;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
  convert?: Convert | undefined;
}

/** Reads another file the way a data set's first one was read, as far as it goes, into a table of its own. Throws as an import does. */
export async function readPart(
  engine: Engine,
  file: Blob,
  before: Reading,
  { nameOf, convert, ...options }: PartOptions,
): Promise<RepairedImport> {
  const open = (part?: string) => openFile(file, { part, signal: options.signal, convert });
  const opened = await open(before.source?.part);
  const detected = await sniffFile(opened, {}, nameOf);
  const choices = alike(before, detected.reading);
  const { reading } = await sniffFile(opened, choices, nameOf);
  return importRepaired(engine, opened.text, withChoices(reading, choices), options);
}
