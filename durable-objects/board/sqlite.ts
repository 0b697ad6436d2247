import type { Storage } from "./storage.ts";

/** The object's own SQLite. Sends wait for its writes to be durable (output gates). */
export function objectStorage(storage: DurableObjectStorage): Storage {
  return {
    all: <T>(sql: string, ...params: (string | number | null)[]) =>
      storage.sql.exec(sql, ...params).toArray() as T[],
    run: (sql, ...params) => void storage.sql.exec(sql, ...params),
    atomically: (work) => storage.transactionSync(work),
  };
}
