import { clientEvent } from "#domain/clients/events.ts";
import type { ClientChanges, ClientRecord } from "#domain/clients/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { rowOf } from "./record.ts";
import { clients } from "./schema.ts";

/** The fields whose value really changes. */
export function differing(before: ClientRecord, changes: ClientChanges): ClientChanges {
  const entries = Object.entries(changes) as [keyof ClientChanges, unknown][];
  return Object.fromEntries(
    entries.filter(([field, value]) => value !== undefined && value !== before[field]),
  );
}

/** The write, the event and the record of one client's change. */
export function changeOf(ctx: Ctx, before: ClientRecord, changes: ClientChanges) {
  const now = isoNow(ctx.clock);
  const set = {
    ...changes,
    updatedAt: now,
    ...(changes.stage ? { stageSince: now } : {}),
  } as Partial<ClientRecord>;
  const after: ClientRecord = { ...before, ...set, version: before.version + 1 };
  return {
    after,
    write: update(clients, before, rowOf(set)),
    event: clientEvent("updated", { before, after }),
  };
}

/** The write, the event and the record of one client that goes, or comes back. */
export function lifeOf(ctx: Ctx, before: ClientRecord, action: "deleted" | "restored") {
  const now = isoNow(ctx.clock);
  const after: ClientRecord = { ...before, updatedAt: now, version: before.version + 1 };
  const deletedAt = action === "deleted" ? now : null;
  return {
    after,
    write: update(clients, before, { updatedAt: now, deletedAt }),
    event: clientEvent(
      action,
      action === "deleted" ? { before, after: null } : { before: null, after },
    ),
  };
}
