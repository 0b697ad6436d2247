import { exportEvent } from "#domain/exports/events.ts";
import { KEPT_DAYS, type ExportView } from "#domain/exports/model.ts";
import { newId } from "#domain/ids.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Env } from "#worker/platform/env.ts";
import type { ExportOrder } from "#worker/platform/exports/rpc.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { update } from "#worker/platform/writes.ts";
import { findExport, recordOf } from "./queries.ts";
import { exports } from "./schema.ts";

/** How an export ended. */
export type Outcome =
  | { state: "ready"; size: number; rows: number; files: number }
  | { state: "failed"; fault: NonNullable<ExportView["fault"]> };

/** Notes how an export ended, once: one that was cancelled meanwhile stays cancelled. */
export async function endExport(
  env: Env,
  tenant: TenantRef,
  order: ExportOrder,
  outcome: Outcome,
): Promise<void> {
  const pokes: Promise<unknown>[] = [];
  const ctx = openAsSystem(env, tenant, {
    requestId: newId("req"),
    key: `${order.id}:${outcome.state}`,
    defer: (work) => void pokes.push(work),
  });
  const before = await findExport(ctx, order.id);
  if (before.state !== "running") return;
  const now = ctx.clock.now();
  const expiresAt =
    outcome.state === "ready" ? new Date(now + KEPT_DAYS * 86_400_000).toISOString() : null;
  const set = { ...outcome, finishedAt: isoNow(ctx.clock), expiresAt };
  const after = { ...before, ...set, version: before.version + 1 };
  const action = outcome.state === "ready" ? "finished" : "failed";
  await commit(ctx, {
    writes: [update(exports, before, set)],
    events: [exportEvent(action, { before: recordOf(before), after: recordOf(after) })],
    answer: null,
  });
  await Promise.all(pokes);
}
