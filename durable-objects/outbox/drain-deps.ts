import { log } from "#worker/platform/log.ts";
import type { DrainDeps, OutboxRow } from "./core.ts";
import type { OutboxStorage } from "./storage.ts";
import { boardStateOf } from "./tell-boards.ts";
import { noteWebhooks } from "./tell-webhooks.ts";

/** What draining needs, over the object's storage. What other objects are to be told is noted before pages are. */
export function drainDeps(
  storage: OutboxStorage,
  world: Pick<DrainDeps, "read"> & { toPages(rows: readonly OutboxRow[]): void },
): DrainDeps {
  return {
    read: (seq, limit) => world.read(seq, limit),
    deliver(rows) {
      for (const row of rows) {
        const state = boardStateOf(row);
        if (state) storage.addBoard(state);
      }
      noteWebhooks(storage, rows);
      world.toPages(rows);
    },
    cursor: () => storage.cursor() ?? 0,
    advance: (seq) => storage.advance(seq),
    failure: () => storage.failure(),
    setFailure: (failure) => storage.setFailure(failure),
    park(row, error) {
      storage.park(row, error, new Date().toISOString());
      log("error", "outbox.parked", { seq: row.seq, type: row.type, error: String(error) });
    },
  };
}
