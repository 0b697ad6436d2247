import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#domain/ids.ts";
import { webhookEvent } from "#domain/webhooks/events.ts";
import type { PauseReason } from "#domain/webhooks/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Env } from "#worker/platform/env.ts";
import { tellOwners } from "#worker/platform/mail/tell-owners.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { update } from "#worker/platform/writes.ts";
import { recordOf } from "./record.ts";
import { webhookEndpoints } from "./schema.ts";

/**
 * Pauses a webhook because of its receiver, as the product's own act, and tells the owners. One that rests or is gone already is left alone.
 * Errors: `conflict.version` when somebody changes it at this moment: ask again.
 */
export async function pauseByItself(
  env: Env,
  tenant: TenantRef,
  { id, reason, key }: { id: string; reason: Exclude<PauseReason, "person">; key: string },
  defer: (work: Promise<unknown>) => void,
): Promise<void> {
  const ctx = openAsSystem(env, tenant, { requestId: newId("req"), key, defer });
  const [before] = await ctx.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.deletedAt)));
  if (before?.state !== "active") return;
  const { address, description } = recordOf(before);
  // Told first, once for its key: cut off between the two, it is paused by the next try and not told again.
  const { organizationId } = tenant;
  const told = { organizationId, webhook: description || address, reason };
  await tellOwners(
    env,
    tenant,
    {
      key,
      content: (organization) => ({ kind: "webhook_paused", params: { ...told, organization } }),
    },
    defer,
  );
  const now = isoNow(ctx.clock);
  const set = { state: "paused", pausedReason: reason, pausedAt: now, updatedAt: now } as const;
  const after = { ...before, ...set };
  await commit(ctx, {
    writes: [update(webhookEndpoints, { id, version: before.version }, set)],
    events: [webhookEvent("paused", { before: recordOf(before), after: recordOf(after) })],
    answer: null,
  });
}
