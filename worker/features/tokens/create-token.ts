import { fail } from "#domain/errors.ts";
import type { NewToken, TokenInput } from "#domain/tokens/model.ts";
import { withinKeys } from "#worker/features/members/authority-writes.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { require } from "#worker/platform/auth/control-writes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { mintToken } from "./mint-token.ts";
import { readService } from "./queries.ts";

/** Makes an API token for the person who asks. Errors: those of `mintToken`. */
export async function createToken(ctx: Ctx, input: TokenInput): Promise<NewToken> {
  const actor = await ctx.actor();
  const { userId: id, name } = actor;
  return mintToken(ctx, actor, { kind: "person", id, name }, input);
}

/**
 * Makes a token for a service account. A key that its role does not grant is refused, so that none awakes when the role
 * grows. Errors: `service.not_found`, `service.disabled`, `conflict.version`, those of `mintToken`.
 */
export async function createServiceToken(
  ctx: Ctx,
  id: string,
  input: TokenInput,
): Promise<NewToken> {
  const [service, actor] = await Promise.all([
    readService(controlDb(ctx), ctx.tenant.organizationId, id),
    ctx.actor(),
  ]);
  if (!service) return fail("service.not_found");
  if (service.disabledAt !== null) return fail("service.disabled");
  withinKeys(service.permissions, input.permissions);
  const unchanged = require("stale", `EXISTS (SELECT 1 FROM service_accounts WHERE id = ? AND role_id = ? AND disabled_at IS NULL)`, id, service
    .role.id);
  return mintToken(ctx, actor, { kind: "service", id, name: service.name }, input, [unchanged]);
}
