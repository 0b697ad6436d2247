import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { findInvitation } from "./find-invitation.ts";
import { joining } from "./join-organization.ts";

/**
 * What accepts an invitation in the batch that signs a person in by a second factor or a passkey: also somebody who belongs to no
 * organization, and could not be signed in before. Errors: `identity.invitation_invalid`; the batch adds
 * `identity.already_member`.
 */
export async function acceptAtSignIn(ctx: PublicCtx, token: string, userId: string) {
  const person = await controlDb(ctx).first<{ name: string; email: string }>(
    "SELECT name, email FROM users WHERE id = ?",
    userId,
  );
  const { name, email } = person ?? { name: "", email: "" };
  const invitation = await findInvitation(ctx, token, email);
  const { organizationId } = invitation;
  return { organizationId, ...joining(ctx.clock, invitation, { userId, name, email }) };
}
