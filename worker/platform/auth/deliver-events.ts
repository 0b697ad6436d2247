import type { DomainEvent } from "#domain/events.ts";
import { newId } from "#domain/ids.ts";
import type { Authority } from "./authority.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { D1Like } from "#worker/platform/d1-meter.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { openTenant } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** A change of the control database as an organization's audit and live pages tell it. */
export interface OrganizationEvent {
  organizationId: string;
  actor: { userId: string; name: string };
  event: DomainEvent;
}

interface Delivery {
  env: Env;
  clock: Clock;
  requestId: string;
  defer(work: Promise<unknown>): void;
}

interface Row {
  seq: number;
  id: string;
  actor_id: string;
  actor_name: string;
  at: string;
  request_id: string;
  event: string;
  binding: TenantRef["binding"];
}

/**
 * An event that waits, with the address of the request that made it. One that waited through an update was stored without
 * what the audit has learned to keep since.
 */
type StoredEvent = Omit<DomainEvent, "label"> & { label?: string; address?: string | null };

/** The row that carries an event from the batch that changed something to the database that must know. */
export function pendingEvent(
  delivery: { control: D1Like; clock: Clock; requestId: string; address: string | null },
  { organizationId, actor, event }: OrganizationEvent,
  at: string,
): D1PreparedStatement {
  return delivery.control
    .prepare(
      "INSERT INTO pending_events (id, organization_id, actor_id, actor_name, at, request_id, event) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(
      newId("evt", delivery.clock.now()),
      organizationId,
      actor.userId,
      actor.name,
      at,
      delivery.requestId,
      JSON.stringify({ ...event, address: delivery.address } satisfies StoredEvent),
    );
}

/**
 * Writes what is pending for an organization into its audit and outbox, in order. Each event's id is its
 * idempotency key there, so a crash between writing and deleting tells nothing twice. A database that is away
 * leaves the rest pending: the next change or the sweep tries again.
 */
export async function deliverEvents(delivery: Delivery, organizationId: string): Promise<void> {
  // Not the request's own handle: what runs beside the answer is none of its round trips.
  const control = delivery.env.CONTROL_DB;
  try {
    const rows = await control
      .prepare(
        `SELECT p.*, s.binding FROM pending_events p JOIN slots s ON s.organization_id = p.organization_id
         WHERE p.organization_id = ? AND s.ready_at IS NOT NULL ORDER BY p.seq LIMIT 100`,
      )
      .bind(organizationId)
      .all<Row>();
    for (const row of rows.results) {
      await deliverOne(delivery, organizationId, row);
      await control.prepare("DELETE FROM pending_events WHERE seq = ?").bind(row.seq).run();
    }
  } catch (error) {
    const { requestId } = delivery;
    log("warn", "events.delivery_failed", { requestId, organizationId, error: String(error) });
  }
}

/** Delivers what is still pending anywhere: for cron, after crashes and databases that were away. */
export async function sweepEvents(env: Env, clock: Clock): Promise<void> {
  const control = env.CONTROL_DB;
  const pending = await control
    .prepare("SELECT DISTINCT organization_id AS id FROM pending_events")
    .all<{ id: string }>();
  for (const { id } of pending.results) {
    const pokes: Promise<unknown>[] = [];
    const defer = (work: Promise<unknown>) => void pokes.push(work);
    await deliverEvents({ env, clock, requestId: newId("req"), defer }, id);
    await Promise.all(pokes);
  }
}

async function deliverOne(delivery: Delivery, organizationId: string, row: Row): Promise<void> {
  const { address = null, label = "", ...event } = JSON.parse(row.event) as StoredEvent;
  const { ctx } = openTenant({
    env: delivery.env,
    clock: { now: () => Date.parse(row.at) },
    claims: {
      userId: row.actor_id,
      sessionId: "",
      tenant: { organizationId, binding: row.binding },
    },
    access: "member",
    requestId: row.request_id,
    address,
    idempotency: { key: row.id, fingerprint: row.id },
    bookmark: null,
    defer: (work) => delivery.defer(work),
  });
  // The batch that left the event checked the actor's authority; a person who left is still its author.
  const actor = { userId: row.actor_id, name: row.actor_name } as Authority;
  await commit(
    { ...ctx, actor: async () => actor },
    { writes: [], events: [{ ...event, label }], answer: null },
  );
}
