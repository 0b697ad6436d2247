import { fail } from "#domain/errors.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";

/** The link of a registration as it stands, with the account of its address if there is one. */
export interface RegistrationLink {
  hash: string;
  email: string;
  used: boolean;
  user: {
    id: string;
    name: string;
    passwordHash: string | null;
    /** The organization of the name asked for that the person owns. */
    organizationId: string | null;
  } | null;
}

interface Row {
  email: string;
  used: number;
  user_id: string | null;
  name: string | null;
  password_hash: string | null;
  organization_id: string | null;
}

/**
 * SQL: the youngest organization of a name that a person owns, or NULL. Both arguments are SQL expressions.
 */
export const OWNED_BY_NAME = (userId: string, name: string) => `(
  SELECT o.id FROM memberships m JOIN organizations o ON o.id = m.organization_id
  JOIN role_permissions p ON p.role_id = m.role_id AND p.permission = 'identity.own'
  WHERE m.user_id = ${userId} AND o.name = ${name} ORDER BY o.created_at DESC LIMIT 1)`;

/** Reads a link by its token, used or not; null when there is none or its time is over. */
export async function findRegistration(
  ctx: PublicCtx,
  token: string,
  organization: string,
): Promise<RegistrationLink | null> {
  const hash = await sha256(token);
  const row = await controlDb(ctx).first<Row>(
    `SELECT t.email, t.used_at IS NOT NULL AS used, u.id AS user_id, u.name, u.password_hash,
       ${OWNED_BY_NAME("u.id", "?3")} AS organization_id
     FROM mail_tokens t LEFT JOIN users u ON u.email = t.email
     WHERE t.hash = ?1 AND t.kind = 'register' AND t.expires_at > ?2`,
    hash,
    isoNow(ctx.clock),
    organization,
  );
  if (!row) return null;
  const user = row.user_id && {
    id: row.user_id,
    name: row.name ?? "",
    passwordHash: row.password_hash,
    organizationId: row.organization_id,
  };
  return { hash, email: row.email, used: row.used === 1, user: user || null };
}

/** Tells what a link is good for. Nothing changes: programs open links, too. Error: `auth.link_invalid`. */
export async function viewRegistration(
  ctx: PublicCtx,
  { token }: { token: string },
): Promise<{ email: string; account: "new" | "existing" }> {
  const link = await findRegistration(ctx, token, "");
  if (!link || link.used) return fail("auth.link_invalid");
  return { email: link.email, account: link.user ? "existing" : "new" };
}
