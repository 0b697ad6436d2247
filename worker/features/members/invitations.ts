import type { Invitation } from "#domain/members/model.ts";
import { invitationEvent } from "#domain/members/events.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import type { Authority } from "#worker/platform/auth/authority.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded, write } from "#worker/platform/auth/control-writes.ts";
import { invitationToken, mailedInvitationToken } from "#worker/platform/auth/invitation-token.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow, type Clock } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";
import { roleUnchanged, withinReach } from "./authority-writes.ts";
import { limitMails, readMailed } from "./mail-limit.ts";
import { readRole } from "./queries.ts";

const DAYS_7 = 7 * 24 * 60 * 60 * 1000;
const OPEN = "accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?";

type Row = Omit<Invitation, "role" | "token"> & { role: string };

const LIST = `
SELECT i.id, i.email, i.created_at AS createdAt, i.expires_at AS expiresAt, u.name AS invitedBy,
  json_object('id', r.id, 'slug', r.slug, 'name', r.name) AS role
FROM invitations i JOIN users u ON u.id = i.invited_by JOIN roles r ON r.id = i.role_id
WHERE i.organization_id = ? AND ${OPEN}`;

/** The open invitations of the organization, newest first. */
export async function listInvitations(ctx: Ctx): Promise<{ items: Invitation[] }> {
  const rows = await controlDb(ctx).all<Row>(
    `${LIST} ORDER BY i.id DESC LIMIT 500`,
    ctx.tenant.organizationId,
    isoNow(ctx.clock),
  );
  const items = rows.map((row) => {
    return { ...row, role: JSON.parse(row.role) as Invitation["role"], token: null };
  });
  return { items };
}

/**
 * Makes an invitation by link, in place of an open one to the same address. The token is derived from the invitation's
 * id, so that a repeated request tells it again though only its hash is stored. One with an address is mailed there too,
 * by a link of its own, if whoever invites has confirmed theirs.
 * Errors: `auth.email_unverified`, `identity.role_not_found`, `permission.denied`, `identity.already_member`,
 * `request.rate_limited`, `conflict.version`.
 */
export async function invite(
  ctx: Ctx,
  input: { email: string | null; roleId: string },
): Promise<Invitation> {
  const { organizationId } = ctx.tenant;
  const now = isoNow(ctx.clock);
  const control = controlDb(ctx);
  const own = { organizationId, userId: ctx.userId };
  const [role, mailed, member, actor] = await Promise.all([
    readRole(control, organizationId, input.roleId, now),
    readMailed(control, own, input.email, ctx.clock.now()),
    control.first(
      `SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE m.organization_id = ? AND u.email = ?`,
      organizationId,
      input.email,
    ),
    ctx.actor(),
  ]);
  if (input.email && !actor.emailVerified) return fail("auth.email_unverified");
  if (!role) return fail("identity.role_not_found");
  withinReach(actor, role.permissions);
  if (member) return fail("identity.already_member");
  if (input.email) limitMails(mailed);
  const id = newId("inv", ctx.clock.now());
  const expiresAt = new Date(ctx.clock.now() + DAYS_7).toISOString();
  const after = { id, email: input.email, roleId: role.id };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      roleUnchanged(role),
      write(
        `UPDATE invitations SET revoked_at = ?1 WHERE organization_id = ?2 AND email = ?3
           AND accepted_at IS NULL AND revoked_at IS NULL`,
        now,
        organizationId,
        input.email,
      ),
      write(
        `INSERT INTO invitations (id, organization_id, role_id, email, token_hash, mail_token_hash, invited_by, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        organizationId,
        role.id,
        input.email,
        await sha256(await invitationToken(ctx, id)),
        input.email ? await sha256(await mailedInvitationToken(ctx, id)) : null,
        ctx.userId,
        now,
        expiresAt,
      ),
    ],
    events: [{ organizationId, actor, event: invitationEvent("created", { before: null, after }) }],
    mails: input.email ? [invitationMail(ctx.clock, id, input.email, actor)] : [],
    answer: {
      id,
      email: input.email,
      role: { id: role.id, slug: role.slug, name: role.name },
      invitedBy: actor.name,
      createdAt: now,
      expiresAt,
    },
  });
  return { ...answer, token: await invitationToken(ctx, answer.id) };
}

/** In the inviter's language: nobody knows the other's yet. */
function invitationMail(clock: Clock, invitationId: string, email: string, actor: Authority): Mail {
  const { name: inviter, organization, language } = actor;
  return newMail(clock, {
    kind: "invitation",
    params: { invitationId, organization, inviter },
    to: { email, language, userId: null },
  });
}

/** Revokes an open invitation. Errors: `identity.invitation_not_found`, `conflict.version`. */
export async function revokeInvitation(ctx: Ctx, id: string): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const now = isoNow(ctx.clock);
  const [before, actor] = await Promise.all([
    controlDb(ctx).first<{ id: string; email: string | null; roleId: string }>(
      `SELECT id, email, role_id AS roleId FROM invitations
       WHERE id = ? AND organization_id = ? AND ${OPEN}`,
      id,
      organizationId,
      now,
    ),
    ctx.actor(),
  ]);
  if (!before) return fail("identity.invitation_not_found");
  await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        `UPDATE invitations SET revoked_at = ?1 WHERE id = ?2 AND accepted_at IS NULL AND revoked_at IS NULL`,
        now,
        id,
      ),
    ],
    events: [{ organizationId, actor, event: invitationEvent("revoked", { before, after: null }) }],
    answer: null,
  });
  return undefined;
}
