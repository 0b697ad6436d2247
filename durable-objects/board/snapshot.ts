import type { Card, Column } from "#domain/boards/model.ts";
import type { BoardSnapshot } from "#worker/features/boards/board-rpc.ts";
import { metaOf } from "./core.ts";
import type { Storage } from "./storage.ts";

/** What is on the board now. */
export function boardSnapshot(storage: Storage): BoardSnapshot {
  const live = <T>(table: string) =>
    storage
      .all<{ body: string }>(`SELECT body FROM ${table} WHERE deleted = 0 ORDER BY rank, id`)
      .map((row) => JSON.parse(row.body) as T);
  const { version } = metaOf(storage);
  return { version, columns: live<Column>("columns"), cards: live<Card>("cards") };
}
