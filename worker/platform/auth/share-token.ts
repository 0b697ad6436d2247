import { hmac } from "#worker/platform/bytes.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** What a token of this kind opens: each kind derives others from the same id. */
export type ShareKind = "link" | "unsubscribe";

const FORM = /^([0-9A-HJKMNP-TV-Z]{26})\.[\w-]{43}$/;

/**
 * The token that opens something of an organization to somebody without an account: whose it is, and 256 bits that nobody can derive
 * without the secret. Where it opens something, its hash is stored; the token never is.
 */
export async function shareToken(
  env: Env,
  { organizationId }: Pick<TenantRef, "organizationId">,
  kind: ShareKind,
  id: string,
): Promise<string> {
  const secret = await hmac(env.AUTH_SECRET, `${kind} ${organizationId} ${id}`);
  return `${organizationId.replace(/^org_/, "")}.${secret}`;
}

/** The same for verbs. */
export function shareTokenOf(ctx: Ctx, kind: ShareKind, id: string): Promise<string> {
  return shareToken(ctx[RAW].env, ctx.tenant, kind, id);
}

/** Whose organization a token says it is of; null when it has not the form of one. Nothing is proven by it. */
export function organizationOf(token: string): string | null {
  const found = FORM.exec(token)?.[1];
  return found ? `org_${found}` : null;
}
