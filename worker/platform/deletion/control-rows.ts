/** What becomes of a table of the control database when an organization is deleted. */
export type Fate =
  | "its rows go"
  | "forgets its name"
  | "the slot is free or set aside"
  | "tells that it was deleted"
  | "a person's own";

/** Every table of the control database. A test holds this list against the schema, so that no new table is forgotten. */
export const FATES: Record<string, Fate> = {
  organizations: "its rows go",
  roles: "its rows go",
  role_permissions: "its rows go",
  known_permissions: "its rows go",
  memberships: "its rows go",
  memberships_divisions: "its rows go",
  divisions: "its rows go",
  invitations: "its rows go",
  api_tokens: "its rows go",
  service_accounts: "its rows go",
  support_grants: "its rows go",
  support_staff: "a person's own",
  pending_events: "its rows go",
  idempotency: "its rows go",
  mails: "its rows go",
  mail_tokens: "its rows go",
  organization_deletions: "its rows go",
  restores: "its rows go",
  auth_events: "forgets its name",
  sessions: "forgets its name",
  slots: "the slot is free or set aside",
  deleted_organizations: "tells that it was deleted",
  users: "a person's own",
  refresh_tokens: "a person's own",
  sign_in_links: "a person's own",
  sign_in_attempts: "a person's own",
  known_devices: "a person's own",
  totp_factors: "a person's own",
  recovery_codes: "a person's own",
  passkeys: "a person's own",
  challenges: "a person's own",
  _guard: "a person's own",
};

/** SQL: other text of as many bytes, so that the row is written over in its place before it goes. */
const blank = (column: string) =>
  `${column} = substr(hex(randomblob(length(CAST(${column} AS BLOB)))), 1, length(CAST(${column} AS BLOB)))`;

const OWN = "organization_id = ?1";
const INVITED = `SELECT id FROM invitations WHERE ${OWN}`;
/** Everybody whose request may have been answered with something of the organization. */
const PEOPLE = `SELECT user_id FROM memberships WHERE ${OWN}
  UNION SELECT user_id FROM auth_events WHERE ${OWN} AND user_id IS NOT NULL
  UNION SELECT invited_by FROM invitations WHERE ${OWN}`;

/** Removes rows after writing over the columns that hold what people wrote. */
const remove = (table: string, where: string, columns: readonly string[] = []) => [
  ...columns.map((column) => `UPDATE OR IGNORE ${table} SET ${blank(column)} WHERE ${where}`),
  `DELETE FROM ${table} WHERE ${where}`,
];

/**
 * What goes when access ends; ?1 is the organization. Kept answers of its people go whole: which of them tell of this
 * organization, nobody can say.
 */
export const END_ACCESS: readonly string[] = [
  ...remove("idempotency", `scope IN (${PEOPLE})`, ["answer"]),
  ...remove("api_tokens", OWN, ["name"]),
  ...remove("support_grants", OWN, ["reason"]),
  ...remove("pending_events", OWN, ["event", "actor_name"]),
  ...remove("memberships_divisions", OWN),
  ...remove("memberships", OWN),
  `UPDATE invitations SET ${blank("email")} WHERE ${OWN} AND email IS NOT NULL`,
  `UPDATE invitations SET revoked_at = expires_at WHERE ${OWN} AND revoked_at IS NULL`,
];

/** What goes at last, in an order that foreign keys allow; ?1 is the organization. */
export const ERASE: readonly string[] = [
  // Written over, the parameters are no JSON any more, by which they are found again.
  `UPDATE mails SET ${blank("recipient")}, ${blank("params")} WHERE json_extract(params, '$.organizationId') = ?1
     OR json_extract(params, '$.invitationId') IN (${INVITED})`,
  "DELETE FROM mails WHERE substr(params, 1, 1) <> '{' AND ?1 <> ''",
  `DELETE FROM mail_tokens WHERE invitation_id IN (${INVITED})`,
  ...remove("restores", OWN, ["name", "place", "result"]),
  // Delivered events have left their words on the page of this table, which is empty but for a moment: it is filled once.
  `INSERT INTO pending_events (id, organization_id, actor_id, actor_name, at, request_id, event)
   VALUES ('', ?1, '', '', '', '', printf('%.*c', 3900, '0'))`,
  ...remove("pending_events", OWN),
  ...remove("invitations", OWN, ["email"]),
  ...remove("divisions", OWN, ["name"]),
  ...remove("service_accounts", OWN, ["name"]),
  `DELETE FROM role_permissions WHERE role_id IN (SELECT id FROM roles WHERE ${OWN})`,
  ...remove("roles", OWN, ["name", "slug"]),
  ...remove("known_permissions", OWN),
  `UPDATE auth_events SET organization_id = NULL WHERE ${OWN}`,
  `UPDATE sessions SET organization_id = NULL WHERE ${OWN}`,
  ...remove("organization_deletions", OWN, ["reason"]),
  ...remove("organizations", "id = ?1", ["name"]),
];
