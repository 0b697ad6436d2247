import { hmac, sha256 } from "#worker/platform/bytes.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** What a token of this kind opens: each kind derives others from the same id. */
export type ShareKind = "link" | "unsubscribe";

const FORM =
  /^([0-9A-HJKMNP-TV-Z]{26})\.[\w-]{43}(?:~(sch_[0-9A-HJKMNP-TV-Z]{26})~(usr_[0-9A-HJKMNP-TV-Z]{26}))?$/;

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

/** A member of an organization on a schedule of mails. */
interface Recipient {
  scheduleId: string;
  userId: string;
}

/** What ends the mails of a schedule to a member. It names both, so that no row has to; `recipientOf` reads it. */
export async function recipientToken(
  env: Env,
  tenant: Pick<TenantRef, "organizationId">,
  { scheduleId, userId }: Recipient,
): Promise<string> {
  const token = await shareToken(env, tenant, "unsubscribe", `${scheduleId} ${userId}`);
  return `${token}~${scheduleId}~${userId}`;
}

/** Whom a token of a member proves; null when it is another, or none that was given out. */
export async function recipientOf(ctx: Ctx, token: string): Promise<Recipient | null> {
  const [, , scheduleId, userId] = FORM.exec(token) ?? [];
  if (scheduleId === undefined || userId === undefined) return null;
  const recipient = { scheduleId, userId };
  const given = await recipientToken(ctx[RAW].env, ctx.tenant, recipient);
  // By their hashes, so that the time of an answer tells nothing of how far they are alike.
  return (await sha256(given)) === (await sha256(token)) ? recipient : null;
}
