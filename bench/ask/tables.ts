import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { sniff } from "#domain/analytics/sniff/sniff.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { importRepaired } from "#web/features/analytics/engine/import-repaired.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import { sampleFile } from "#web/features/analytics/engine/sample.ts";

/** A file of the evaluation as it stands in the engine. */
export interface AskTable {
  table: string;
  file: string;
  rows: number;
  profiles: ColumnProfile[];
}

/** Reads a file of `data` as the page reads one that is dropped into it, nothing chosen by hand. */
export async function askTable(engine: Engine, file: string): Promise<AskTable> {
  const bytes = new Blob([readFileSync(join(import.meta.dirname, "data", file))]);
  const { reading } = sniff(await sampleFile(bytes), {}, (position) => `colonne_${position}`);
  const table = file.replace(/\.csv$/, "");
  const { rows } = await importRepaired(engine, bytes, reading, { table });
  return { table, file, rows, profiles: await profileTable(engine, table, reading.columns) };
}
