import { eq } from "drizzle-orm";
import { exportEvent } from "#domain/exports/events.ts";
import { newId } from "#domain/ids.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Env } from "#worker/platform/env.ts";
import { deleteArchive, listArchives } from "#worker/platform/exports/archives.ts";
import { exportRoomOf } from "#worker/platform/exports/export-room.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { update } from "#worker/platform/writes.ts";
import { recordOf } from "./queries.ts";
import { exports } from "./schema.ts";

/**
 * What the night does about an organization's exports: archives whose time is over go, and those that a crash left
 * behind; an export that its object forgot is begun again.
 */
export async function expireExports(env: Env, clock: Clock, tenant: TenantRef): Promise<void> {
  const pokes: Promise<unknown>[] = [];
  const open = (key: string) =>
    openAsSystem(env, tenant, {
      requestId: newId("req"),
      key,
      defer: (work) => void pokes.push(work),
    });
  const now = new Date(clock.now()).toISOString();
  const { db } = open("list");
  const ready = await db.select().from(exports).where(eq(exports.state, "ready"));
  for (const before of ready.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now)) {
    const after = { ...before, state: "removed", version: before.version + 1 } as const;
    await commit(open(`${before.id}:expired`), {
      writes: [update(exports, before, { state: "removed" })],
      events: [exportEvent("removed", { before: recordOf(before), after: recordOf(after) })],
      answer: null,
    });
  }
  const rows = await db.select().from(exports);
  const kept = new Set(
    rows.filter(({ state }) => state === "ready" || state === "running").map(({ id }) => id),
  );
  for (const id of await listArchives(env, tenant)) {
    if (!kept.has(id)) await deleteArchive(env, tenant, id);
  }
  for (const { id, startedBy, startedByName } of rows.filter(({ state }) => state === "running")) {
    await exportRoomOf(env, tenant).begin(tenant, {
      id,
      startedBy: { id: startedBy, name: startedByName },
    });
  }
  await Promise.all(pokes);
}
