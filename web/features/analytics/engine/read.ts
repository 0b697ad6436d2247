import { boundedRead, withoutEnd } from "#domain/analytics/sql/read.ts";
import { sendAll, type Engine } from "./engine.ts";
import { cellsOf, columnsOf, type Cell, type ResultColumn } from "./values.ts";

/** The rows of a read, at most `limit` of them; `more` says that others exist. `ms` is the time it took. */
export interface ReadResult {
  columns: ResultColumn[];
  rows: Cell[][];
  more: boolean;
  ms: number;
}

/** The database refused or failed a person's text; the message is the database's own, in English. */
export class SqlRefused extends Error {}

const WRAP = "SELECT * FROM (";

/** Takes our frame around the text back out of the database's message, and moves its caret. */
function plainMessage(message: string): string {
  const lines = message.split("\n");
  const at = lines.findIndex((line) => line.startsWith("LINE 1:"));
  if (at < 0 || !lines[at]?.includes(WRAP)) return message;
  lines[at] = lines[at].replace(WRAP, "");
  if (lines[at + 1]?.startsWith(" ".repeat(WRAP.length)))
    lines[at + 1] = (lines[at + 1] ?? "").slice(WRAP.length);
  return lines.join("\n");
}

/**
 * Runs a person's SQL. It is prepared first as one bounded read: the parser refuses several statements and everything that writes.
 * Only that same text is then sent, so that it can be cancelled. Throws SqlRefused, or AbortError after an abort.
 */
export async function runRead(
  engine: Engine,
  sql: string,
  { limit, signal }: { limit: number; signal?: AbortSignal | undefined },
): Promise<ReadResult> {
  const started = performance.now();
  if (withoutEnd(sql).trim() === "") throw new SqlRefused("");
  const text = boundedRead(sql, limit);
  const connection = await engine.connect();
  try {
    const statement = await connection.prepare(text);
    await statement.close();
    let columns: ResultColumn[] = [];
    const rows: Cell[][] = [];
    for await (const batch of sendAll(connection, text, signal, true)) {
      if (columns.length === 0) columns = columnsOf(batch.schema);
      for (const row of cellsOf(batch)) rows.push(row);
    }
    if (columns.length === 0) columns = await describe(engine, text);
    const more = rows.length > limit;
    if (more) rows.length = limit;
    return { columns, rows, more, ms: performance.now() - started };
  } catch (error) {
    signal?.throwIfAborted();
    if (!engine.alive() || !(error instanceof Error)) throw error;
    throw new SqlRefused(plainMessage(error.message), { cause: error });
  } finally {
    await connection.close().catch(() => undefined);
  }
}

/** An empty result has no batch to tell its columns. The text has been prepared as one read before. */
async function describe(engine: Engine, text: string): Promise<ResultColumn[]> {
  const connection = await engine.connect();
  try {
    return columnsOf((await connection.query(text)).schema);
  } finally {
    await connection.close();
  }
}
