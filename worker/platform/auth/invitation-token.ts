import { hmac } from "#worker/platform/bytes.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";

/** What the link of an invitation carries. Without the secret nobody can derive it from the id. */
export function invitationToken(ctx: Ctx, invitationId: string): Promise<string> {
  return hmac(ctx[RAW].env.AUTH_SECRET, `invitation ${invitationId}`);
}

/**
 * What the mailed link of the same invitation carries: another token, which the inviter never sees, so that accepting
 * with it proves the address.
 */
export function invitationMailToken(env: Env, invitationId: string): Promise<string> {
  return hmac(env.AUTH_SECRET, `invitation mail ${invitationId}`);
}

/** `invitationMailToken`, inside an organization. */
export function mailedInvitationToken(ctx: Ctx, invitationId: string): Promise<string> {
  return invitationMailToken(ctx[RAW].env, invitationId);
}
