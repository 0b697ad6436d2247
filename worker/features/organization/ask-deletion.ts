import type { Deletion } from "#domain/organization/deletion.ts";
import { DELETION_DAYS, namesOrganization } from "#domain/organization/deletion-rules.ts";
import { organizationEvent } from "#domain/organization/events.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { mailsTo, ownersOf } from "#worker/platform/mail/owners.ts";

const DAY = 86_400_000;

/**
 * Asks for the deletion of the organization. Everything goes on as before until the waiting period is over; every owner is
 * told by mail, every member by the page.
 * Errors: `organization.name_mismatch`, `organization.deletion_asked`, `conflict.version` (renamed meanwhile).
 */
export async function askDeletion(
  ctx: Ctx,
  input: { name: string; reason?: string | undefined },
): Promise<Deletion> {
  const id = ctx.tenant.organizationId;
  const [owners, actor] = await Promise.all([ownersOf(controlDb(ctx), id), ctx.actor()]);
  const name = actor.organization;
  if (!namesOrganization(input.name, name)) return fail("organization.name_mismatch");
  const asked: Deletion = {
    askedAt: isoNow(ctx.clock),
    askedBy: { id: ctx.userId, name: actor.name },
    dueAt: new Date(ctx.clock.now() + DELETION_DAYS * DAY).toISOString(),
    reason: input.reason ?? "",
  };
  const event = organizationEvent("deletion_asked", {
    before: { id, name, deletionDueAt: null, deletionReason: null },
    after: { id, name, deletionDueAt: asked.dueAt, deletionReason: asked.reason || null },
  });
  const params = { organizationId: id, organization: name, by: actor.name, dueAt: asked.dueAt };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        `INSERT INTO organization_deletions (organization_id, asked_by, asked_at, due_at, reason)
         SELECT o.id, ?, ?, ?, ? FROM organizations o WHERE o.id = ? AND o.name = ?`,
        ctx.userId,
        asked.askedAt,
        asked.dueAt,
        asked.reason,
        id,
        name,
      ),
    ],
    authEvents: [{ kind: "organization.deletion_asked", userId: ctx.userId, organizationId: id }],
    events: [{ organizationId: id, actor, event }],
    mails: mailsTo(ctx.clock, owners, { kind: "deletion_asked", params }),
    answer: asked,
  });
  return answer;
}
