import type { Reading } from "#domain/analytics/reading.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { Engine } from "./engine.ts";
import { importFile } from "./import.ts";
import { runRead, type ReadResult } from "./read.ts";

/** A smaller file is read whole before anybody could look at its first rows. */
const LARGE = 8 * 1024 * 1024;
const HEAD_BYTES = 256 * 1024;

/**
 * At most `limit` rows of a large text as `reading` reads it, from its first quarter of a megabyte alone. Undefined for a smaller one, and
 * where that part gives no row: the file as a whole will tell. Throws AbortError.
 */
export async function firstRows(
  engine: Engine,
  text: Blob,
  reading: Reading,
  limit: number,
  signal: AbortSignal,
): Promise<ReadResult | undefined> {
  if (text.size < LARGE) return undefined;
  const bytes = await text.slice(0, HEAD_BYTES).arrayBuffer();
  const head = new TextDecoder(reading.encoding).decode(bytes);
  const whole = head.slice(0, head.lastIndexOf("\n") + 1);
  const table = `first_${crypto.randomUUID().replaceAll("-", "").slice(0, 8)}`;
  try {
    await importFile(
      engine,
      new Blob([whole]),
      { ...reading, encoding: "utf-8" },
      { table, signal },
    );
    const read = await runRead(engine, `FROM ${quoteIdentifier(table)}`, { limit, signal });
    return read.rows.length > 0 ? read : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  } finally {
    if (engine.alive())
      await engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`).catch(() => undefined);
  }
}
