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
  email: string | null;
  invitedBy: string;
  expiresAt: string;
  /** The token is the one that was mailed: whoever presents it reads that address. */
  mailed: boolean;
  /** Neither accepted nor revoked nor over. */
  open: boolean;
  /** The visitor belongs to the organization. */
  member: boolean;
}

type Stored = Omit<InvitationRow, "role" | "mailed" | "open" | "member"> & {
  role: string;
  mailed: number;
  open: number;
  member: number;
};

/** Reads an invitation by its token, whatever became of it. Error: `identity.invitation_invalid` for an unknown token. */
async function readInvitation(ctx: PublicCtx | Ctx, token: string): Promise<InvitationRow> {
  const row = await controlDb(ctx).first<Stored>(
    `SELECT i.id, i.organization_id AS organizationId, o.name AS organization, i.email, u.name AS invitedBy,
       i.expires_at AS expiresAt, json_object('id', r.id, 'slug', r.slug, 'name', r.name) AS role,
       i.mail_token_hash IS ?1 AS mailed,
       i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ?2 AS open,
       EXISTS (SELECT 1 FROM memberships m
         WHERE m.organization_id = i.organization_id AND m.user_id = ?3) AS member
     FROM invitations i JOIN organizations o ON o.id = i.organization_id
     JOIN roles r ON r.id = i.role_id JOIN users u ON u.id = i.invited_by
     WHERE i.token_hash = ?1 OR i.mail_token_hash = ?1`,
    await sha256(token),
    isoNow(ctx.clock),
    "userId" in ctx ? ctx.userId : null,
  );
  if (!row) return fail("identity.invitation_invalid");
  return {
    ...row,
    role: JSON.parse(row.role) as RoleName,
    mailed: row.mailed === 1,
    open: row.open === 1,
    member: row.member === 1,
  };
}

/** Whether an invitation names another address than this one. */
function isForAnother(row: InvitationRow, email: string): boolean {
  return row.email !== null && row.email.toLowerCase() !== email.toLowerCase();
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
    const told = row.mailed ? row.email : maskEmail(row.email);
    return fail("identity.invitation_invalid", { reason: "email", email: told });
  }
  return row;
}

function preview(row: InvitationRow, standing: Preview["standing"], knows: boolean): Preview {
  const { organization, role, invitedBy, expiresAt, email, organizationId } = row;
  return {
    organization,
    role,
    invitedBy,
    expiresAt,
    email: knows ? email : null,
    reservedFor: email !== null && !knows ? maskEmail(email) : email,
    standing,
    organizationId: standing === "member" ? organizationId : null,
  };
}

/** Tells whoever holds the link what it invites to. Error: `identity.invitation_invalid`. */
export async function previewInvitation(ctx: PublicCtx, token: string): Promise<Preview> {
  const row = await readInvitation(ctx, token);
  if (!row.open) return fail("identity.invitation_invalid");
  return preview(row, "open", row.mailed);
}

/**
 * The same for somebody who is signed in: whether they may join, are asked for another address, or are in already,
 * also when the link was used. Error: `identity.invitation_invalid`.
 */
export async function viewInvitation(ctx: Ctx, token: string): Promise<Preview> {
  const [row, { email }] = await Promise.all([readInvitation(ctx, token), ctx.actor()]);
  const knows = row.mailed || !isForAnother(row, email);
  if (row.member) return preview(row, "member", knows);
  if (!row.open) return fail("identity.invitation_invalid");
  return preview(row, isForAnother(row, email) ? "reserved" : "open", knows);
}
