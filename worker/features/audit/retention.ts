import { retentionEvent } from "#domain/audit/events.ts";
import type { RetentionPolicy } from "#domain/audit/model.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { retentionPolicy } from "./schema.ts";

async function find(ctx: Ctx) {
  const [row] = await ctx.db.select().from(retentionPolicy);
  if (!row) throw new Error("An organization's database has no retention policy");
  return row;
}

/** How long the logs are kept. */
export async function readRetention(ctx: Ctx): Promise<RetentionPolicy> {
  const { id: _id, ...policy } = await find(ctx);
  return policy;
}

/** Changes how long the logs are kept. The nightly purge follows. Error: `conflict.version`. */
export async function updateRetention(ctx: Ctx, input: RetentionPolicy): Promise<RetentionPolicy> {
  const before = await find(ctx);
  const { auditDays, accessDays } = input;
  const after = { ...before, auditDays, accessDays, version: input.version + 1 };
  const { id: _id, ...answer } = after;
  return commit(ctx, {
    writes: [
      update(retentionPolicy, { id: before.id, version: input.version }, { auditDays, accessDays }),
    ],
    events: [retentionEvent("updated", { before, after })],
    answer,
    current: () => readRetention(ctx),
  });
}
