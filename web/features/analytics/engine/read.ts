import { boundedRead, withoutEnd } from "#domain/analytics/sql/read.ts";
import { isLimited } from "#domain/analytics/sql/limited.ts";
import { plainMessage } from "#domain/analytics/sql/plain-message.ts";
import { refusalOf, type Refusal } from "#domain/analytics/sql/refusal.ts";
import { sendAll, type Engine } from "./engine.ts";
import { cellsOf, columnsOf, type Cell, type ResultColumn } from "./values.ts";

/** The rows of a read, at most `limit` of them; `more` says that others exist. `ms` is the time it took. */
export interface ReadResult {
  columns: ResultColumn[];
  rows: Cell[][];
  more: boolean;
  /** Whether the text's own limit left rows out, or may have. */
  limited?: boolean;
  ms: number;
}

/** The database refused or failed a person's text; the message is the database's own, in English. */
export class SqlRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}

interface ReadOptions {
  limit: number;
  signal?: AbortSignal | undefined;
  /** Resolves when it may be sent; that it is one read is checked before. */
  turn?: Promise<void> | undefined;
}

/**
 * Runs a person's SQL. It is prepared first as one bounded read: the parser refuses several statements and everything that writes.
 * Only that same text is then sent, so that it can be cancelled. Throws SqlRefused, or AbortError after an abort.
 */
export async function runRead(
  engine: Engine,
  sql: string,
  { limit, signal, turn }: ReadOptions,
): Promise<ReadResult> {
  const started = performance.now();
  if (withoutEnd(sql).trim() === "") throw new SqlRefused({ code: "not-a-read" }, "");
  const text = boundedRead(sql, limit);
  const connection = await engine.connect();
  try {
    const statement = await connection.prepare(text);
    await statement.close();
    await turn;
    let columns: ResultColumn[] = [];
    const rows: Cell[][] = [];
    for await (const batch of sendAll(connection, text, signal, true)) {
      if (columns.length === 0) columns = columnsOf(batch.schema);
      for (const row of cellsOf(batch)) rows.push(row);
    }
    if (columns.length === 0) columns = await describe(engine, text);
    const more = rows.length > limit;
    if (more) rows.length = limit;
    const limited = isLimited(sql, rows.length);
    return { columns, rows, more, limited, ms: performance.now() - started };
  } catch (error) {
    signal?.throwIfAborted();
    if (!engine.alive() || !(error instanceof Error)) throw error;
    throw new SqlRefused(refusalOf(sql, error.message), plainMessage(error.message), {
      cause: error,
    });
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
