import { organizationEvent } from "#domain/organization/events.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { mailsTo, ownersOf } from "#worker/platform/mail/owners.ts";

/**
 * Takes the deletion of the organization back while it has not begun: any owner may. Every owner is told by mail.
 * Errors: `organization.deletion_not_asked`, `conflict.version` (somebody else did meanwhile, or it began).
 */
export async function cancelDeletion(ctx: Ctx): Promise<undefined> {
  const id = ctx.tenant.organizationId;
  const control = controlDb(ctx);
  const [asked, owners, actor] = await Promise.all([
    control.first<{ due: string; reason: string }>(
      "SELECT due_at AS due, reason FROM organization_deletions WHERE organization_id = ? AND started_at IS NULL",
      id,
    ),
    ownersOf(control, id),
    ctx.actor(),
  ]);
  if (!asked) return fail("organization.deletion_not_asked");
  const name = actor.organization;
  const event = organizationEvent("deletion_cancelled", {
    before: { id, name, deletionDueAt: asked.due, deletionReason: asked.reason || null },
    after: { id, name, deletionDueAt: null, deletionReason: null },
  });
  const params = { organizationId: id, organization: name, by: actor.name };
  await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "DELETE FROM organization_deletions WHERE organization_id = ? AND due_at = ? AND started_at IS NULL",
        id,
        asked.due,
      ),
    ],
    authEvents: [
      { kind: "organization.deletion_cancelled", userId: ctx.userId, organizationId: id },
    ],
    events: [{ organizationId: id, actor, event }],
    mails: mailsTo(ctx.clock, owners, { kind: "deletion_cancelled", params }),
    answer: null,
  });
  return undefined;
}
