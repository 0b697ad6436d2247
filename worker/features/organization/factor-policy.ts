import { organizationEvent } from "#domain/organization/events.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { HAS_SECOND_FACTOR } from "#worker/platform/auth/second-factor.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";

interface Policy {
  demanded: boolean;
  graceDays: number;
}

interface Row {
  since: string | null;
  days: number;
  members: number;
  without: number;
}

async function readRow(ctx: Ctx): Promise<Row> {
  const row = await controlDb(ctx).first<Row>(
    `SELECT factor_demanded_at AS since, factor_grace_days AS days,
       (SELECT count(*) FROM memberships m WHERE m.organization_id = o.id) AS members,
       (SELECT count(*) FROM memberships m WHERE m.organization_id = o.id
         AND NOT ${HAS_SECOND_FACTOR("m.user_id")}) AS without
     FROM organizations o WHERE o.id = ?`,
    ctx.tenant.organizationId,
  );
  return row ?? { since: null, days: 0, members: 0, without: 0 };
}

/** Whether a second factor is demanded of members, and how many have none. */
export async function readFactorPolicy(ctx: Ctx) {
  const { since, days, members, without } = await readRow(ctx);
  return { demanded: since !== null, graceDays: days, members, without };
}

/**
 * Demands a second factor of every member, or no longer. The days of grace count from the first demand: changing their
 * number does not begin them anew.
 */
export async function setFactorPolicy(ctx: Ctx, input: Policy): Promise<Policy> {
  const [before, actor, scope] = await Promise.all([readRow(ctx), ctx.actor(), scopeOf(ctx)]);
  const id = ctx.tenant.organizationId;
  const since = input.demanded ? (before.since ?? isoNow(ctx.clock)) : null;
  const record = (factorDemandedAt: string | null, factorGraceDays: number) => {
    return { id, name: actor.organization, factorDemandedAt, factorGraceDays };
  };
  const event = organizationEvent("factor_policy_changed", {
    before: record(before.since, before.days),
    after: record(since, input.graceDays),
  });
  const { answer, rows } = await commitControl(scope, {
    writes: [
      write(
        "UPDATE organizations SET factor_demanded_at = ?, factor_grace_days = ? WHERE id = ?",
        since,
        input.graceDays,
        id,
      ),
      write(
        `SELECT m.user_id AS userId FROM memberships m
         WHERE m.organization_id = ? AND NOT ${HAS_SECOND_FACTOR("m.user_id")}`,
        id,
      ),
    ],
    events: [{ organizationId: id, actor, event }],
    answer: input,
  });
  const without = (rows.at(-1) ?? []) as { userId: string }[];
  // Without grace, open sockets end now; with it, they recheck by themselves when it is over.
  if (input.demanded && input.graceDays === 0) {
    await tellRooms(
      ctx,
      ctx.tenant,
      without.map(({ userId }) => userId),
    );
  }
  return answer;
}
