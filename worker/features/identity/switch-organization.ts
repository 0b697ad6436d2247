import type { SignedIn } from "#domain/identity/model.ts";
import { fail } from "#domain/errors.ts";
import { signAccessTo } from "#worker/platform/auth/access.ts";
import { grantNewKeys } from "#worker/platform/auth/built-in-roles.ts";
import { commitControl, scopeOf, type ControlPlan } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { prepareDatabase } from "#worker/platform/pool.ts";
import { LETS_IN } from "#worker/platform/support/living-grant.ts";
import { standingIn, standingOf } from "./queries.ts";

/**
 * Goes on in another organization of the same person, in the same session. An organization of somebody else and one
 * that does not exist give the same answer. Error: `organization.not_found`.
 */
export async function switchOrganization(
  ctx: Ctx,
  input: { organizationId: string },
): Promise<SignedIn> {
  const { organizationId } = input;
  const member = await controlDb(ctx).first(
    `SELECT 1 FROM memberships WHERE organization_id = ?1 AND user_id = ?2
     UNION ALL SELECT 1 FROM support_grants g WHERE g.organization_id = ?1 AND ${LETS_IN("g", "?2")}`,
    organizationId,
    ctx.userId,
  );
  if (!member) return fail("organization.not_found");
  return goOnIn(ctx, organizationId, { writes: [] });
}

/**
 * Goes on in an organization in the same session, in one batch with whatever made the person a member of it.
 * Errors: those of the plan's guards, `organization.not_found`, `organization.unavailable`.
 */
export async function goOnIn(
  ctx: Ctx,
  organizationId: string,
  plan: Omit<ControlPlan<null>, "answer">,
): Promise<SignedIn> {
  const { userId, sessionId } = ctx;
  const scope = await scopeOf(ctx);
  const { rows } = await commitControl(scope, {
    ...plan,
    writes: [
      ...plan.writes,
      write("UPDATE sessions SET organization_id = ? WHERE id = ?", organizationId, sessionId),
      ...grantNewKeys(organizationId),
      standingOf(userId, organizationId),
    ],
    answer: null,
  });
  const standing = standingIn(rows.at(-1));
  if (!standing) return fail("organization.not_found");
  const tenant = standing.ready ? standing.tenant : await prepareDatabase(scope, standing.tenant);
  const access = await signAccessTo(ctx, tenant);
  return { accessToken: access.token, expiresAt: access.expiresAt, ...standing.me };
}
