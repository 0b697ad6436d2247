import type { z } from "zod";
import type { RoleName } from "#domain/identity/model.ts";
import type { InvitationPreview } from "#domain/members/model.ts";
import { maskEmail } from "#domain/members/mask.ts";
import { fail } from "#domain/errors.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";

type Preview = z.output<typeof InvitationPreview>;

/** An invitation as it stands, for whoever holds its token. */
export interface InvitationRow {
  id: string;
  organizationId: string;
  organization: string;
  role: RoleName;
  /** The only address that may accept. */
  email: string | null;
  invitedBy: string;
  expiresAt: string;
  /** The address to which the token was mailed: whoever presents it reads that mailbox. */
  proven: string | null;
  /** That address has an account. */
  known: boolean;
  /** Neither accepted nor revoked nor over. */
  open: boolean;
  /** The visitor belongs to the organization. */
  member: boolean;
}

type Stored = Omit<InvitationRow, "role" | "known" | "open" | "member"> & {
  role: string;
  known: number;
  open: number;
  member: number;
};

/** Reads an invitation by its token, whatever became of it. Error: `identity.invitation_invalid` for an unknown token. */
async function readInvitation(ctx: PublicCtx | Ctx, token: string): Promise<InvitationRow> {
  const row = await controlDb(ctx).first<Stored>(
    `WITH found AS (
       SELECT id, iif(mail_token_hash IS ?1, email, NULL) AS proven FROM invitations
       WHERE token_hash = ?1 OR mail_token_hash = ?1
       UNION ALL
       SELECT invitation_id, email FROM mail_tokens
       WHERE hash = ?1 AND kind = 'invitation' AND expires_at > ?2)
     SELECT i.id, i.organization_id AS organizationId, o.name AS organization, i.email, u.name AS invitedBy,
       i.expires_at AS expiresAt, json_object('id', r.id, 'slug', r.slug, 'name', r.name) AS role,
       found.proven, EXISTS (SELECT 1 FROM users k WHERE k.email = found.proven) AS known,
       i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ?2 AS open,
       EXISTS (SELECT 1 FROM memberships m
         WHERE m.organization_id = i.organization_id AND m.user_id = ?3) AS member
     FROM found JOIN invitations i ON i.id = found.id JOIN organizations o ON o.id = i.organization_id
     JOIN roles r ON r.id = i.role_id JOIN users u ON u.id = i.invited_by`,
    await sha256(token),
    isoNow(ctx.clock),
    "userId" in ctx ? ctx.userId : null,
  );
  if (!row) return fail("identity.invitation_invalid");
  return {
    ...row,
    role: JSON.parse(row.role) as RoleName,
    known: row.known === 1,
    open: row.open === 1,
    member: row.member === 1,
  };
}

/** Whether an invitation names another address than this one. */
function isForAnother(row: InvitationRow, email: string): boolean {
  return row.email !== null && row.email.toLowerCase() !== email.toLowerCase();
}

/** An open invitation. Error: `identity.invitation_invalid`. */
export async function findOpenInvitation(ctx: PublicCtx, token: string): Promise<InvitationRow> {
  const row = await readInvitation(ctx, token);
  return row.open ? row : fail("identity.invitation_invalid");
}

/**
 * An open invitation that this address may accept. Error: `identity.invitation_invalid`; with the reason `email` and
 * the masked address when it is reserved for another.
 */
export async function findInvitation(
  ctx: PublicCtx | Ctx,
  token: string,
  email: string,
): Promise<InvitationRow> {
  const row = await readInvitation(ctx, token);
  if (!row.open) return fail("identity.invitation_invalid");
  if (row.email !== null && isForAnother(row, email)) {
    const told = row.proven ? row.email : maskEmail(row.email);
    return fail("identity.invitation_invalid", { reason: "email", email: told });
  }
  return row;
}

/** `knows`: the address that the visitor has shown to be behind, if any. */
function preview(row: InvitationRow, standing: Preview["standing"], knows: string | null): Preview {
  const { organization, role, invitedBy, expiresAt, email, organizationId, proven, known } = row;
  return {
    organization,
    role,
    invitedBy,
    expiresAt,
    email: knows,
    account: proven ? (known ? "existing" : "new") : null,
    reservedFor: email !== null && !knows ? maskEmail(email) : email,
    standing,
    organizationId: standing === "member" ? organizationId : null,
  };
}

/** Tells whoever holds the link what it invites to. Error: `identity.invitation_invalid`. */
export async function previewInvitation(ctx: PublicCtx, token: string): Promise<Preview> {
  const row = await findOpenInvitation(ctx, token);
  return preview(row, "open", row.proven);
}

/**
 * The same for somebody who is signed in: whether they may join, are asked for another address, or are in already,
 * also when the link was used. Error: `identity.invitation_invalid`.
 */
export async function viewInvitation(ctx: Ctx, token: string): Promise<Preview> {
  const [row, { email }] = await Promise.all([readInvitation(ctx, token), ctx.actor()]);
  const knows = row.proven ?? (isForAnother(row, email) ? null : row.email);
  if (row.member) return preview(row, "member", knows);
  if (!row.open) return fail("identity.invitation_invalid");
  return preview(row, isForAnother(row, email) ? "reserved" : "open", knows);
}
