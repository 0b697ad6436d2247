import type { SignedIn } from "#domain/identity/model.ts";
import { invitationEvent, memberEvent } from "#domain/members/events.ts";
import { goOnIn } from "#worker/features/identity/switch-organization.ts";
import { guarded, write } from "#worker/platform/auth/control-writes.ts";
import { isoNow, type Clock } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findInvitation, type InvitationRow } from "./find-invitation.ts";

/** What makes a member out of a person by an invitation: statements and events that hold together, or not at all. */
export function joining(
  clock: Clock,
  invitation: InvitationRow,
  person: { userId: string; name: string; email: string },
) {
  const { organizationId, role } = invitation;
  const { userId, name, email } = person;
  const now = isoNow(clock);
  const actor = { userId, name };
  const before = { id: invitation.id, email: invitation.email, roleId: role.id };
  const after = { id: userId, name, email, roleId: role.id };
  const verified = write(
    "UPDATE users SET email_verified_at = coalesce(email_verified_at, ?) WHERE id = ? AND email = ?",
    now,
    userId,
    invitation.proven,
  );
  return {
    writes: [
      guarded(
        "invitation",
        `UPDATE invitations SET accepted_at = ?1
         WHERE id = ?2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?1`,
        now,
        invitation.id,
      ),
      write(
        "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
        organizationId,
        userId,
        role.id,
        now,
      ),
      ...(invitation.proven ? [verified] : []),
    ],
    authEvents: [{ kind: "membership.joined" as const, userId, organizationId }],
    events: [
      { organizationId, actor, event: invitationEvent("accepted", { before, after: null }) },
      { organizationId, actor, event: memberEvent("joined", { before: null, after }) },
    ],
  };
}

/**
 * Accepts an invitation as the person who is signed in, and goes on in that organization in the same session.
 * Errors: `identity.invitation_invalid` (reason `email`: reserved for another address), `identity.already_member`,
 * `organization.unavailable`.
 */
export async function joinOrganization(ctx: Ctx, token: string): Promise<SignedIn> {
  const { userId, name, email } = await ctx.actor();
  const invitation = await findInvitation(ctx, token, email);
  const plan = joining(ctx.clock, invitation, { userId, name, email });
  return goOnIn(ctx, invitation.organizationId, plan);
}
