import type { Storage } from "./storage.ts";

/** The records of the rows that `from` tells: a table, and what follows it in SQL. As they were stored. */
export function readBodies<T>(
  storage: Storage,
  from: string,
  ...params: (string | number | null)[]
): T[] {
  return storage
    .all<{ body: string }>(`SELECT body FROM ${from}`, ...params)
    .map(({ body }) => JSON.parse(body) as T);
}
