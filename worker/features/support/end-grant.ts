import { fail } from "#domain/errors.ts";
import { grantEvent } from "#domain/support/events.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { mailsTo, ownersOf } from "#worker/platform/mail/owners.ts";
import { tellSupport } from "#worker/platform/support/end-expired.ts";
import { readGrant, recordOf } from "#worker/platform/support/grants.ts";

/**
 * Ends an access of support: the next request of whoever uses it is refused, and open sockets close. Owners get a mail.
 * Errors: `support.grant_not_found` (unknown, or over), `conflict.version` (another owner was first).
 */
export async function endGrant(ctx: Ctx, id: string): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const control = controlDb(ctx);
  const [grant, owners, actor] = await Promise.all([
    readGrant(control, organizationId, id),
    ownersOf(control, organizationId),
    ctx.actor(),
  ]);
  const now = isoNow(ctx.clock);
  if (!grant || grant.endedAt || grant.expiresAt <= now) return fail("support.grant_not_found");
  const before = recordOf(grant);
  const event = grantEvent("ended", { before, after: { ...before, endedAt: now } });
  const { organization, name: by } = actor;
  const params = { organizationId, organization, by, used: grant.usedBy };
  await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "UPDATE support_grants SET ended_at = ?, ended_by = ? WHERE id = ? AND organization_id = ? AND ended_at IS NULL",
        now,
        ctx.userId,
        id,
        organizationId,
      ),
    ],
    authEvents: [{ kind: "support.ended", userId: ctx.userId, organizationId }],
    events: [{ organizationId, actor, event }],
    mails: mailsTo(ctx.clock, owners, { kind: "support_ended", params }),
    answer: null,
  });
  await tellSupport(ctx, ctx.tenant);
  return undefined;
}
