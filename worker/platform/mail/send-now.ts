import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { nameOfOrganization } from "#worker/platform/organizations.ts";
import type { Mail } from "./mail.ts";

/** Writes mails that somebody asks for and sends them beside the answer. */
export async function sendNow(ctx: Ctx, mails: readonly Mail[]): Promise<void> {
  await commitControl(await scopeOf(ctx), { writes: [], mails, answer: null });
}

/** What the organization of a request is called. */
export function organizationName(ctx: Ctx): Promise<string> {
  return nameOfOrganization(ctx[RAW].env, ctx.tenant.organizationId);
}
