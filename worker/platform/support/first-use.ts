import { grantEvent } from "#domain/support/events.ts";
import { Fault } from "#domain/errors.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { mailsTo, ownersOf } from "#worker/platform/mail/owners.ts";
import { readGrant, recordOf } from "./grants.ts";

/** Tells the owners and the audit, once a grant, that somebody of the support came in. */
export async function noteFirstUse(
  ctx: Ctx,
  organization: string,
  { grantId }: { grantId: string },
  name: string,
): Promise<void> {
  const { env, origin } = ctx[RAW];
  const { organizationId } = ctx.tenant;
  const { clock, requestId, address } = ctx;
  const scope = {
    env,
    clock,
    requestId,
    address,
    request: null,
    control: env.CONTROL_DB,
    origin,
    defer: (work: Promise<unknown>) => ctx.defer(work),
  };
  const control = controlDb(scope);
  const [grant, owners] = await Promise.all([
    readGrant(control, organizationId, grantId),
    ownersOf(control, organizationId),
  ]);
  if (!grant || grant.usedAt) return;
  const before = recordOf(grant);
  const event = grantEvent("used", { before, after: { ...before, usedBy: name } });
  const params = { organizationId, organization, by: name, until: grant.expiresAt };
  try {
    await commitControl(publicScope(scope), {
      writes: [
        guarded(
          "stale",
          "UPDATE support_grants SET used_at = ?, used_by = ? WHERE id = ? AND used_at IS NULL",
          isoNow(clock),
          name,
          grantId,
        ),
      ],
      events: [{ organizationId, actor: { userId: grantId, name }, event }],
      mails: mailsTo(clock, owners, { kind: "support_used", params }),
      answer: null,
    });
  } catch (error) {
    // Two requests came first at once: one of them told it.
    if (!(error instanceof Fault && error.code === "conflict.version")) throw error;
  }
}
