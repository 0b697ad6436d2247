import { hmac } from "#worker/platform/bytes.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";

/** What the link of an invitation carries. Without the secret nobody can derive it from the id. */
export function invitationToken(ctx: Ctx, invitationId: string): Promise<string> {
  return hmac(ctx[RAW].env.AUTH_SECRET, `invitation ${invitationId}`);
}
