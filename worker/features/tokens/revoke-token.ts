import { fail } from "#domain/errors.ts";
import { can } from "#domain/permissions.ts";
import { tokenEvent } from "#domain/tokens/events.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readTokens } from "./queries.ts";

/**
 * Revokes a token: refused from the next request on. One's own, or anybody's for whoever may manage tokens; a colleague's
 * token does not exist for others. Errors: `token.not_found`, `conflict.version`.
 */
export async function revokeToken(ctx: Ctx, id: string): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const [[token], actor] = await Promise.all([
    readTokens(controlDb(ctx), organizationId, "k.id = ?", id),
    ctx.actor(),
  ]);
  const own = token?.owner.id === actor.userId;
  if (!token || (!own && !can(actor, "tokens.manage"))) return fail("token.not_found");
  const { name, owner, permissions, expiresAt } = token;
  const before = { id, name, owner: owner.name, permissions, expiresAt };
  const told = owner.kind === "person" ? [owner.id] : [];
  await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        isoNow(ctx.clock),
        id,
      ),
    ],
    authEvents: told.map((userId) => ({ kind: "token.revoked", userId, organizationId })),
    events: [{ organizationId, actor, event: tokenEvent("revoked", { before, after: null }) }],
    answer: null,
  });
  return undefined;
}
