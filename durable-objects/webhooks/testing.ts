import { DatabaseSync } from "node:sqlite";
import type { OutboxRow } from "./core.ts";
import { prepare, type Sql } from "./sql.ts";

/** The object's tables in Node's own SQLite: the statements that run are those of production. */
export function memorySql(): Sql {
  const database = new DatabaseSync(":memory:");
  return prepare({
    exec: (query, ...bindings) => {
      const rows = database.prepare(query).all(...bindings);
      return { toArray: () => rows as never };
    },
    transaction(work) {
      database.exec("SAVEPOINT work");
      try {
        const done = work();
        database.exec("RELEASE work");
        return done;
      } catch (error) {
        database.exec("ROLLBACK TO work; RELEASE work");
        throw error;
      }
    },
  });
}

/** A row of the outbox. */
export function outboxRow(seq: number, over: Partial<OutboxRow> = {}): OutboxRow {
  return {
    seq,
    type: "client.created",
    topic: "clients",
    permission: "clients.read",
    entity: "client",
    entityId: `cli_${seq}`,
    actorId: "usr_1",
    actorName: "Claire",
    at: "2026-11-24T09:00:00.000Z",
    after: { id: `cli_${seq}` },
    ...over,
  };
}

/** The row that tells of a webhook itself. */
export function webhookRow(
  seq: number,
  id: string,
  over: { type?: string; types?: string[]; permissions?: string[]; state?: string } = {},
): OutboxRow {
  const { type = "webhook.created", ...rest } = over;
  const after = { types: ["*"], permissions: ["clients.read"], state: "active", ...rest };
  const permission = "webhooks.manage";
  const shared = { topic: "webhooks", entity: "webhook", entityId: id, permission, type };
  return outboxRow(seq, { ...shared, after: type === "webhook.deleted" ? null : { id, ...after } });
}
