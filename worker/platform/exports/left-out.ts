/** Tables of an organization's database that its archive leaves out, and why. Virtual tables and their shadows go by kind. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  _meta: "says whose database it is; a restored organization has its own",
  _guard: "is empty outside of a transaction",
  d1_migrations: "stands in `schema`",
  idempotency: "answers to repeated requests, kept for two days",
  outbox: "what open pages were told",
  board_imports: "how cards came to boards; they are with their boards",
  board_import_parts: "cards on their way to boards",
  loose_files: "files that are on no card; the night notes them anew",
  exports: "the list of archives; they belong to where they were made",
  webhook_endpoints:
    "its secrets open here alone, and a copy would send everything twice: made anew by hand",
  connections: "its passwords open here alone: made anew by hand",
  dashboard_links: "their addresses open here alone: made anew by hand",
  dashboard_schedules: "a copy would send everything twice: made anew by hand",
  dashboard_outsiders: "people whom schedules write to; they go with them",
  dashboard_sendings: "what schedules sent; it goes with them",
  connection_catalogues: "what connections were found to offer; read anew with them",
};

/** Tables of the control database that hold something of an organization's, and the lines of the archive it comes in. */
export const CONTROL_EXPORTED: Readonly<Record<string, string>> = {
  organizations: "`organization` of the manifest, and the line of people/policy",
  memberships: "people/members",
  users: "name and address in people/members",
  roles: "people/roles",
  role_permissions: "people/roles",
  known_permissions: "people/policy",
  divisions: "people/divisions",
  memberships_divisions: "people/divisions",
  invitations: "people/invitations, without what opens them",
};

/** Tables of the control database that no archive holds, and why. */
export const CONTROL_LEFT_OUT: Readonly<Record<string, string>> = {
  slots: "where the database stands",
  sessions: "sign-ins end with the person's own week, wherever the data go",
  refresh_tokens: "secrets of sign-ins",
  sign_in_links: "secrets of sign-ins",
  sign_in_attempts: "counters against guessing",
  auth_events: "belong to the accounts of people, not to an organization",
  idempotency: "answers to repeated requests, kept for two days",
  _guard: "is empty outside of a transaction",
  pending_events: "on their way into the audit log",
  d1_migrations: "of the product itself",
  mails: "sent mail, kept for a month",
  mail_tokens: "secrets of mailed links",
  known_devices: "belong to the accounts of people",
  totp_factors: "second factors belong to the accounts of people",
  recovery_codes: "second factors belong to the accounts of people",
  passkeys: "second factors belong to the accounts of people",
  challenges: "asked and answered within minutes",
  api_tokens: "secrets: made anew where they are needed",
  service_accounts: "act by tokens that open here alone: made anew with them",
  organization_deletions: "what becomes of the organization here",
  deleted_organizations: "other organizations",
  support_grants: "who came in stands in the audit log; a grant opens here alone",
  support_staff: "people of the product",
  restores: "how organizations here came to be",
};
