import { EVERY_TYPE } from "#domain/webhooks/catalogue.ts";
import type { Intake, NewDelivery, OutboxRow, Subscription, WebhookDeps } from "./core.ts";

const BATCH = 200;

/** What is sent of an event. `data` is the record as it then was; null when it is gone. */
export function bodyOf(organizationId: string, row: OutboxRow): string {
  return JSON.stringify({
    type: row.type,
    timestamp: row.at,
    sequence: row.seq,
    organization: { id: organizationId },
    actor: { id: row.actorId, name: row.actorName },
    record: { entity: row.entity, id: row.entityId },
    data: row.after,
  });
}

function wants({ state, types, permissions }: Subscription, row: OutboxRow): boolean {
  if (state !== "active" || !permissions.includes(row.permission)) return false;
  return types.includes(EVERY_TYPE) || types.includes(row.type);
}

/** A webhook as an event of its own tells it, or null for other events. */
function subscriptionOf({ entity, entityId, type, after }: OutboxRow): Subscription | null {
  if (entity !== "webhook") return null;
  if (after === null || type === "webhook.deleted") {
    return { id: entityId, types: [], permissions: [], state: "deleted" };
  }
  const { types, permissions, state } = after as Pick<Subscription, "types" | "permissions"> & {
    state: "active" | "paused";
  };
  return { id: entityId, types, permissions, state };
}

/** What rows mean, each to the webhooks as they stood when it was committed. Webhooks' own events are not sent. */
export function intakeOf(
  rows: readonly OutboxRow[],
  known: readonly Subscription[],
  deps: Pick<WebhookDeps, "newId" | "now" | "organizationId"> & {
    newsSince: number;
    after: number;
  },
): Intake {
  const standing = new Map(known.map((one) => [one.id, one]));
  const changed = new Map<string, Subscription>();
  const deliveries: NewDelivery[] = [];
  for (const row of rows) {
    const own = subscriptionOf(row);
    if (own) {
      standing.set(own.id, own);
      changed.set(own.id, own);
    } else if (Date.parse(row.at) >= deps.newsSince) {
      const { seq, type, permission, entity, entityId } = row;
      const takers = [...standing.values()].filter((one) => wants(one, row));
      const body = takers.length > 0 ? bodyOf(deps.organizationId(), row) : "";
      for (const { id: webhook } of takers) {
        const shared = { seq, type, permission, entity, entityId, body };
        deliveries.push({ id: deps.newId(), webhook, at: deps.now(), ...shared });
      }
    }
  }
  return {
    subscriptions: [...changed.values()],
    deliveries,
    after: deps.after,
    upTo: rows.at(-1)?.seq ?? deps.after,
  };
}

/**
 * Takes up what the outbox holds past the cursor, in order: who gets what, and the cursor, in one transaction each time,
 * so that no row is left out and none taken twice, wherever it is cut off. Throws what the database throws.
 */
export async function takeUp(deps: WebhookDeps): Promise<void> {
  const { store } = deps;
  if (store.cursor() === null) {
    const start = await deps.start();
    if (start === null) return;
    store.begin(start);
  }
  const newsSince = store.newsSince();
  for (;;) {
    const after = store.cursor() ?? 0;
    const rows = await deps.read(after, BATCH);
    if (rows.length === 0) return;
    store.take(intakeOf(rows, store.subscriptions(), { ...deps, newsSince, after }), deps.now());
    if (rows.length < BATCH) return;
  }
}
