import { fail } from "#domain/errors.ts";
import { organizationOf } from "./auth/share-token.ts";
import type { PublicCtx } from "./bind.ts";
import type { Ctx } from "./context.ts";
import { checkIdentity } from "./identity-row.ts";
import { findTenant } from "./organizations.ts";
import { openAsSystem } from "./system-ctx.ts";
import { tenantDatabase } from "./tenant.ts";

/**
 * Opens the organization that a token of nobody in particular names, while it stands: as the product itself, for a verb that looks the
 * token's hash up before it shows anything. Null when there is none. Errors: `request.rate_limited` after sixty
 * tokens of one address within a minute, `organization.unavailable`.
 */
export async function openPublic(ctx: PublicCtx, token: string): Promise<Ctx | null> {
  const { success } = await ctx.env.LIMIT_AUTH.limit({ key: `shared ${ctx.address ?? "local"}` });
  if (!success) fail("request.rate_limited", { seconds: 60 }, { "retry-after": "60" });
  const organizationId = organizationOf(token);
  const tenant = organizationId && (await findTenant(ctx.env, organizationId));
  if (!tenant) return null;
  const database = tenantDatabase(ctx.env, tenant);
  await checkIdentity(database, database, tenant);
  const { requestId } = ctx;
  const act = { requestId, key: requestId, defer: (work: Promise<unknown>) => ctx.defer(work) };
  return { ...openAsSystem(ctx.env, tenant, act), clock: ctx.clock, idempotency: null };
}
