import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { RecordBatch } from "apache-arrow";
import { quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { rowsOf } from "./values.ts";

/** Runs statements of ours, never a person's text. */
export interface Link {
  /** Answers the rows as plain objects. */
  run(sql: string): Promise<Record<string, unknown>[]>;
  /** For what may take long; `signal` cancels it within some tens of milliseconds. */
  execute(sql: string, options?: SendOptions): Promise<void>;
}

/** A locked DuckDB: it reads files registered below `local/` and nothing else. */
export interface Engine extends Link {
  /** Does work on a connection of its own, on which tables of rejected lines can be seen. */
  linked<T>(work: (link: Link) => Promise<T>): Promise<T>;
  /** A connection for one read; the caller closes it. */
  connect(): Promise<AsyncDuckDBConnection>;
  register(path: string, file: Blob): Promise<void>;
  /** Appends a whole Arrow IPC stream to a table, column by column in their order. */
  insertArrow(table: string, stream: Uint8Array): Promise<void>;
  drop(path: string): Promise<void>;
  /** False once the worker is gone (out of memory, crash, terminated). */
  alive(): boolean;
  /** Frees all memory at once; DuckDB never gives any back otherwise. */
  terminate(): void;
  /** Resolves when the worker has ended, as far as the browser tells; what is asked of it then is never answered. */
  ended?: Promise<void> | undefined;
}

export interface SendOptions {
  signal?: AbortSignal | undefined;
  /** Share done, 0 to 1; -1 while unknown. */
  onProgress?: ((share: number) => void) | undefined;
}

export interface EngineParts {
  db: AsyncDuckDB;
  register: (db: AsyncDuckDB, path: string, file: Blob) => Promise<void>;
  memoryLimit: string;
  /** An address that answers 404, should anything ever ask for an extension. */
  extensionRepository: string;
  terminate: () => void;
  ended?: Promise<void> | undefined;
}

/** DuckDB reports progress, but has no public way to listen to it. */
const PROGRESS = "_onExecutionProgress";
type WithProgress = Record<
  typeof PROGRESS,
  ((progress: { percentage: number | string }) => void)[]
>;

/** Opens the database and locks it: after this no statement can reach the network, other files or the settings. */
export async function openEngine(parts: EngineParts): Promise<Engine> {
  const { db } = parts;
  await db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const own = await db.connect();
  for (const statement of [
    `SET memory_limit = ${quoteLiteral(parts.memoryLimit)}`,
    `SET custom_extension_repository = ${quoteLiteral(parts.extensionRepository)}`,
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_progress_bar = true",
    "SET progress_bar_time = 50",
    "SET allowed_directories = ['local/']",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ]) {
    await own.query(statement);
  }
  let living = true;
  const ended = parts.ended?.then(() => void (living = false));
  const listeners = new Set<(share: number) => void>();
  (db as unknown as WithProgress)[PROGRESS].push(({ percentage }) => {
    for (const listener of listeners) listener(Number(percentage) / 100);
  });
  const link = (connection: AsyncDuckDBConnection): Link => ({
    run: async (sql) => rowsOf(await connection.query(sql)),
    async execute(sql, { signal, onProgress } = {}) {
      if (onProgress !== undefined) listeners.add(onProgress);
      try {
        for await (const batch of sendAll(connection, sql, signal)) void batch;
      } finally {
        if (onProgress !== undefined) listeners.delete(onProgress);
      }
    },
  });
  const linked = async <T>(work: (link: Link) => Promise<T>): Promise<T> => {
    const connection = await db.connect();
    try {
      return await work(link(connection));
    } finally {
      if (living) await connection.close();
    }
  };
  return {
    run: (sql) => link(own).run(sql),
    execute: (sql, options) => linked((one) => one.execute(sql, options)),
    linked,
    connect: () => db.connect(),
    register: (path, file) => parts.register(db, path, file),
    insertArrow: async (table, stream) => {
      const connection = await db.connect();
      try {
        await connection.insertArrowFromIPCStream(stream, { name: table, create: false });
      } finally {
        if (living) await connection.close();
      }
    },
    drop: async (path) => void (await db.dropFile(path)),
    alive: () => living && !db.isDetached(),
    ended,
    terminate: () => {
      living = false;
      parts.terminate();
    },
  };
}

/** Sends a statement and yields its batches; an abort stops it also before the first one. Throws `AbortError`. */
export async function* sendAll(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal?: AbortSignal,
  stream = false,
): AsyncGenerator<RecordBatch> {
  signal?.throwIfAborted();
  const cancel = (): void => void connection.cancelSent().catch(() => undefined);
  signal?.addEventListener("abort", cancel);
  try {
    for await (const batch of await connection.send(sql, stream)) {
      signal?.throwIfAborted();
      yield batch;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}
