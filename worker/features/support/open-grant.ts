import { newId } from "#domain/ids.ts";
import { grantEvent } from "#domain/support/events.ts";
import { READING_KEYS } from "#domain/support/keys.ts";
import type { Grant, GrantInput } from "#domain/support/model.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { mailsTo, ownersOf } from "#worker/platform/mail/owners.ts";
import { readOpenGrant, recordOf } from "#worker/platform/support/grants.ts";

const HOUR = 3_600_000;

/**
 * Lets support in for some hours, to read unless told more. What stands is replaced: one access at a time. Owners get a mail.
 * Error: `conflict.version` when another owner let support in at the same instant.
 */
export async function openGrant(ctx: Ctx, input: GrantInput): Promise<Grant> {
  const { organizationId } = ctx.tenant;
  const control = controlDb(ctx);
  const [open, owners, actor] = await Promise.all([
    readOpenGrant(control, organizationId),
    ownersOf(control, organizationId),
    ctx.actor(),
  ]);
  const now = isoNow(ctx.clock);
  const grant: Grant = {
    id: newId("grt", ctx.clock.now()),
    permissions: [...(input.permissions ?? READING_KEYS)],
    reason: input.reason,
    grantedBy: actor.name,
    grantedAt: now,
    expiresAt: new Date(ctx.clock.now() + input.hours * HOUR).toISOString(),
    usedAt: null,
    usedBy: null,
    endedAt: null,
    endedBy: null,
  };
  const before = open && recordOf(open);
  const replaced = before
    ? [grantEvent("ended", { before, after: { ...before, endedAt: now } })]
    : [];
  const opened = grantEvent("opened", { before: null, after: recordOf(grant) });
  const params = {
    organizationId,
    organization: actor.organization,
    by: actor.name,
    until: grant.expiresAt,
    reason: grant.reason,
  };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      write(
        "UPDATE support_grants SET ended_at = min(?1, expires_at), ended_by = ?2 WHERE organization_id = ?3 AND ended_at IS NULL",
        now,
        ctx.userId,
        organizationId,
      ),
      write(
        `INSERT INTO support_grants (id, organization_id, permissions, reason, granted_by, granted_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        grant.id,
        organizationId,
        JSON.stringify(grant.permissions),
        grant.reason,
        ctx.userId,
        now,
        grant.expiresAt,
      ),
    ],
    authEvents: [{ kind: "support.opened", userId: ctx.userId, organizationId }],
    events: [...replaced, opened].map((event) => ({ organizationId, actor, event })),
    mails: mailsTo(ctx.clock, owners, { kind: "support_opened", params }),
    answer: grant,
  });
  return answer;
}
