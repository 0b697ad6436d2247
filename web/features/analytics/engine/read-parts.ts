import type { Reading } from "#domain/analytics/reading.ts";
import { unionSelect } from "#domain/analytics/parts/union.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { applySteps, type Cleaned } from "./apply-steps.ts";
import type { Engine } from "./engine.ts";
import { importFile } from "./import.ts";

/** A file of a data set as text, with how it is read. */
export interface PartFile {
  fileName: string;
  text: Blob;
  reading: Reading;
}

export interface ReadPartsOptions {
  table: string;
  /** Name of the column that tells which file a row comes from. */
  origin?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Share done, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** What came of all files together; `rejected` counts lines that were left out. */
export interface ReadParts extends Cleaned {
  rejected: number;
  ms: number;
}

const kept = ({ columns }: Reading) =>
  columns.filter(({ skipped }) => !skipped).map(({ name, kind }) => ({ name, kind }));

/**
 * Reads the files of a data set into one table, rows below each other, and does the steps of the first one's reading to all of them.
 * Throws as an import does; the table of a reading that fails is not left half done.
 */
export async function readParts(
  engine: Engine,
  files: readonly PartFile[],
  { table, origin, signal, onProgress }: ReadPartsOptions,
): Promise<ReadParts> {
  const started = performance.now();
  const parts = files.map((file, at) => ({
    ...file,
    table: `${table}__${at}`,
    columns: kept(file.reading),
  }));
  let rejected = 0;
  try {
    for (const [at, part] of parts.entries()) {
      const read = await importFile(engine, part.text, part.reading, {
        table: part.table,
        signal,
        onProgress: (share) => onProgress?.((at + share) / parts.length),
      });
      rejected += read.rejected + read.swallowed.lines;
    }
    const [first] = parts;
    const { sql, columns } = unionSelect(parts, origin);
    const name = quoteIdentifier(table);
    if (parts.length === 1 && origin === undefined && first !== undefined) {
      await engine.run(`DROP TABLE IF EXISTS ${name}`);
      await engine.run(`ALTER TABLE ${quoteIdentifier(first.table)} RENAME TO ${name}`);
    } else await engine.execute(`CREATE OR REPLACE TABLE ${name} AS ${sql}`, { signal });
    const steps = first?.reading ?? { numbers: "point", dates: "dmy" };
    const cleaned = await applySteps(engine, table, columns, steps, signal);
    return { ...cleaned, rejected, ms: performance.now() - started };
  } finally {
    if (engine.alive())
      for (const part of parts)
        await engine
          .run(`DROP TABLE IF EXISTS ${quoteIdentifier(part.table)}`)
          .catch(() => undefined);
  }
}
