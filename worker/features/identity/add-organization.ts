import { Fault, fail } from "#domain/errors.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { useMailToken } from "#worker/platform/auth/mail-tokens.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { prepareDatabase } from "#worker/platform/pool.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { countAttempt } from "./attempts.ts";
import { foundFurther } from "./found-organization.ts";
import { findRegistration } from "./registration-link.ts";

/** What the second of two requests meets. */
const LOST: ReadonlySet<string> = new Set(["auth.link_invalid", "conflict.version"]);

/**
 * Starts a further organization of the account that the mailed link's address has, and signs nobody in: what the account
 * asks for at sign-in, a second factor too, is asked then. Sent again it answers the same, and a database that could not be
 * made ready is when the person goes there.
 * Errors: `request.rate_limited`, `auth.link_invalid`, `organization.too_many`, `organization.pool_full`,
 * `organization.unavailable`.
 */
export async function addOrganization(
  ctx: PublicCtx,
  input: { token: string; organization: string },
) {
  const name = input.organization;
  const find = () => findRegistration(ctx, input.token, name);
  const [attempt, link] = await Promise.all([countAttempt(ctx, "mail link"), find()]);
  if (!link?.user) return fail("auth.link_invalid");
  const { id: userId, name: person, organizationId: owned } = link.user;
  if (owned) return { organization: { id: owned, name } };
  if (link.used) return fail("auth.link_invalid");
  const scope = publicScope(ctx);
  const founder = { userId, name: person, email: link.email };
  const { organizationId, ...plan } = foundFurther(scope, name, founder);
  const used = useMailToken(link.hash, isoNow(ctx.clock));
  const writes = [used, ...plan.writes, ...attempt.success];
  try {
    const { rows } = await commitControl(scope, { ...plan, writes, answer: null });
    const slot = rows.flat().find(isSlot);
    if (slot) await prepareDatabase(scope, { organizationId, binding: slot.binding });
    return { organization: { id: organizationId, name } };
  } catch (error) {
    // The same form sent twice at once: whoever comes second is told of the first.
    const lost = error instanceof Fault && LOST.has(error.code);
    const first = lost && (await find())?.user?.organizationId;
    if (!first) throw error;
    return { organization: { id: first, name } };
  }
}

/** The row of the slot that the batch claimed. */
function isSlot(row: unknown): row is Pick<TenantRef, "binding"> {
  return typeof row === "object" && row !== null && "binding" in row;
}
