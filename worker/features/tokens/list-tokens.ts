import type { ServiceAccount, Token } from "#domain/tokens/model.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readServices, readTokens, serviceView } from "./queries.ts";

/** The person's own API tokens in this organization, newest first, those that are over included. */
export async function listTokens(ctx: Ctx): Promise<{ items: Token[] }> {
  const { organizationId } = ctx.tenant;
  const items = await readTokens(controlDb(ctx), organizationId, "k.user_id = ?", ctx.userId);
  return { items };
}

/** Every token of the organization with whose it is, newest first. */
export async function listAllTokens(ctx: Ctx): Promise<{ items: Token[] }> {
  return { items: await readTokens(controlDb(ctx), ctx.tenant.organizationId) };
}

/** The service accounts of the organization with their tokens, by name. */
export async function listServices(ctx: Ctx): Promise<{ items: ServiceAccount[] }> {
  const { organizationId } = ctx.tenant;
  const control = controlDb(ctx);
  const [rows, tokens, actor] = await Promise.all([
    readServices(control, organizationId),
    readTokens(control, organizationId, "k.service_id IS NOT NULL"),
    ctx.actor(),
  ]);
  return { items: rows.map((row) => serviceView(actor, row, tokens)) };
}
