import type { z } from "zod";
import type { SignedIn } from "#domain/identity/model.ts";
import type { acceptInvitation as route } from "#domain/members/api.ts";
import type { InvitationPreview } from "#domain/members/model.ts";
import { invitationEvent, memberEvent } from "#domain/members/events.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { verifyMail } from "#worker/features/identity/account-mails.ts";
import { countAttempt } from "#worker/features/identity/attempts.ts";
import { checkCredentials } from "#worker/features/identity/check-credentials.ts";
import { checkPassword } from "#worker/features/identity/check-password.ts";
import { openSession } from "#worker/features/identity/open-session.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded, write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { hashPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Mail } from "#worker/platform/mail/mail.ts";
import type { Reply } from "#worker/platform/reply.ts";

type Acceptance = z.output<(typeof route)["body"] & z.ZodType>;

interface Row {
  id: string;
  organization_id: string;
  organization: string;
  role: string;
  email: string | null;
  invited_by: string;
  expires_at: string;
  /** 1 when the token is the one that was mailed: whoever presents it reads that address. */
  mailed: number;
}

/** Reads an open invitation by its token. Error: `identity.invitation_invalid`, whatever is wrong with it. */
async function findInvitation(ctx: PublicCtx, token: string): Promise<Row> {
  const row = await controlDb(ctx).first<Row>(
    `SELECT i.id, i.organization_id, o.name AS organization, i.email, u.name AS invited_by, i.expires_at,
       json_object('id', r.id, 'slug', r.slug, 'name', r.name) AS role,
       i.mail_token_hash IS ?1 AS mailed
     FROM invitations i JOIN organizations o ON o.id = i.organization_id
     JOIN roles r ON r.id = i.role_id JOIN users u ON u.id = i.invited_by
     WHERE (i.token_hash = ?1 OR i.mail_token_hash = ?1)
       AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ?2`,
    await sha256(token),
    isoNow(ctx.clock),
  );
  return row ?? fail("identity.invitation_invalid");
}

/** Tells whoever holds the link what it invites to. Error: `identity.invitation_invalid`. */
export async function previewInvitation(ctx: PublicCtx, token: string) {
  const row = await findInvitation(ctx, token);
  return {
    organization: row.organization,
    role: JSON.parse(row.role) as z.output<typeof InvitationPreview>["role"],
    invitedBy: row.invited_by,
    email: row.email,
    expiresAt: row.expires_at,
  };
}

/** Whoever accepts: their id and name, and writes that make or confirm the account. */
interface Joiner {
  userId: string;
  name: string;
  writes: ControlWrite[];
  mails: Mail[];
}

/** The invitation that is accepted. Error: `identity.invitation_invalid`, also when it is for another address. */
async function findFor(ctx: PublicCtx, input: Acceptance): Promise<Row> {
  const invitation = await findInvitation(ctx, input.token);
  if (invitation.email !== null && invitation.email.toLowerCase() !== input.email) {
    return fail("identity.invitation_invalid", { reason: "email" });
  }
  return invitation;
}

async function newAccount(
  ctx: PublicCtx,
  input: Extract<Acceptance, { account: "new" }>,
  finding: Promise<Row>,
): Promise<Joiner> {
  const [attempt, { organization, mailed }] = await Promise.all([
    countAttempt(ctx, input.email),
    finding,
  ]);
  await checkPassword(input.password, [input.name, input.email, organization]);
  const userId = newId("usr", ctx.clock.now());
  const account = write(
    "INSERT INTO users (id, email, name, password_hash, language, created_at) VALUES (?, ?, ?, ?, ?, ?)",
    userId,
    input.email,
    input.name,
    await hashPassword(ctx.env, input.password),
    input.language,
    isoNow(ctx.clock),
  );
  const mails = mailed ? [] : [verifyMail(ctx.clock, userId)];
  return { userId, name: input.name, writes: [...attempt.success, account], mails };
}

/**
 * Accepts an invitation with a new account or the password of an existing one, and signs in. Using the invitation up,
 * account, membership and session are one batch. Whoever came by the mailed link has shown to hold the address.
 * Errors: `identity.invitation_invalid`, `identity.already_member`, `auth.password_weak`, `auth.email_taken`,
 * `auth.invalid_credentials`, `request.rate_limited`.
 */
export async function acceptInvitation(
  ctx: PublicCtx,
  input: Acceptance,
): Promise<Reply<SignedIn>> {
  const finding = findFor(ctx, input);
  const [invitation, joiner] = await Promise.all([
    finding,
    input.account === "new" ? newAccount(ctx, input, finding) : checkCredentials(ctx, input),
  ]);
  const { userId, name } = joiner;
  const organizationId = invitation.organization_id;
  const kind = input.account === "new" ? "account.created" : "sign_in.password";
  const roleId = (JSON.parse(invitation.role) as { id: string }).id;
  const before = { id: invitation.id, email: invitation.email, roleId };
  const member = { id: userId, name, email: input.email, roleId };
  const verified = write(
    "UPDATE users SET email_verified_at = coalesce(email_verified_at, ?) WHERE id = ? AND email = ?",
    isoNow(ctx.clock),
    userId,
    invitation.email,
  );
  return openSession(ctx, { userId, organizationId }, kind, {
    writes: [
      ...joiner.writes,
      guarded(
        "invitation",
        `UPDATE invitations SET accepted_at = ?1
         WHERE id = ?2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?1`,
        isoNow(ctx.clock),
        invitation.id,
      ),
      write(
        "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
        organizationId,
        userId,
        roleId,
        isoNow(ctx.clock),
      ),
      ...(invitation.mailed ? [verified] : []),
    ],
    mails: "mails" in joiner ? joiner.mails : [],
    authEvents: [{ kind: "membership.joined", userId, organizationId }],
    events: [
      {
        organizationId,
        actor: { userId, name },
        event: invitationEvent("accepted", { before, after: null }),
      },
      {
        organizationId,
        actor: { userId, name },
        event: memberEvent("joined", { before: null, after: member }),
      },
    ],
  });
}
