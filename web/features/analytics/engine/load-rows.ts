import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { SQL_TYPES } from "#domain/analytics/sql/types.ts";
import { arrowStream, type LoadColumn } from "./arrow-batch.ts";
import type { Engine } from "./engine.ts";

export interface LoadRowsOptions {
  signal?: AbortSignal | undefined;
  /** Rows that are in so far. */
  onRows?: ((rows: number) => void) | undefined;
}

/** What is in the table; `emptied` counts cells whose value is not of their column's kind. */
export interface LoadedRows {
  rows: number;
  emptied: number;
}

/**
 * Puts rows that come from elsewhere than a text file into a table, batch by batch. A table of that name is replaced once all rows
 * are in; until then, and when it fails or is cancelled (AbortError), it stays as it was. Batches of some thousand rows are best.
 */
export async function loadRows(
  engine: Engine,
  table: string,
  columns: readonly LoadColumn[],
  batches: AsyncIterable<readonly (readonly unknown[])[]>,
  { signal, onRows }: LoadRowsOptions = {},
): Promise<LoadedRows> {
  const staging = `loading_${crypto.randomUUID().replaceAll("-", "")}`;
  const definitions = columns.map(
    ({ name, kind }) => `${quoteIdentifier(name)} ${SQL_TYPES[kind]}`,
  );
  await engine.run(`CREATE TABLE ${quoteIdentifier(staging)} (${definitions.join(", ")})`);
  const loaded = { rows: 0, emptied: 0 };
  try {
    for await (const rows of batches) {
      signal?.throwIfAborted();
      if (rows.length === 0) continue;
      const { bytes, emptied } = arrowStream(columns, rows);
      await engine.insertArrow(staging, bytes);
      loaded.rows += rows.length;
      loaded.emptied += emptied;
      onRows?.(loaded.rows);
    }
    signal?.throwIfAborted();
    await engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`);
    await engine.run(`ALTER TABLE ${quoteIdentifier(staging)} RENAME TO ${quoteIdentifier(table)}`);
    return loaded;
  } catch (error) {
    if (engine.alive())
      await engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(staging)}`).catch(() => undefined);
    throw error;
  }
}
