import type { Mutant } from "./mutant.ts";

const RECORDS = ["worker/contract/isolation-records.workerd.test.ts"];
const QUERIES = "worker/features/members/queries.ts";
const SIGN_INS = "worker/features/audit/list-sign-ins.ts";
const SIGN_INS_TESTS = ["worker/features/audit/sign-ins.workerd.test.ts"];
const MEMBERS = ["worker/features/members/members.workerd.test.ts"];

/** What of another organization, or of another person, could be read, named or repeated. */
export const RECORD_MUTANTS: readonly Mutant[] = [
  {
    name: "members of this organization alone",
    file: QUERIES,
    find: "WHERE m.organization_id = ?`;",
    replace: "WHERE ? = m.organization_id OR 1`;",
    tests: RECORDS,
  },
  {
    name: "roles of this organization alone",
    file: QUERIES,
    find: "FROM roles r WHERE r.organization_id = ?`;",
    replace: "FROM roles r WHERE (? = r.organization_id OR 1)`;",
    tests: RECORDS,
  },
  {
    name: "divisions of this organization alone",
    file: "worker/features/divisions/queries.ts",
    find: "FROM divisions d WHERE d.organization_id = ?`;",
    replace: "FROM divisions d WHERE (? = d.organization_id OR 1)`;",
    tests: RECORDS,
  },
  {
    name: "invitations of this organization alone, in the list",
    file: "worker/features/members/invitations.ts",
    find: "WHERE i.organization_id = ? AND",
    replace: "WHERE (? = i.organization_id OR 1) AND",
    tests: RECORDS,
  },
  {
    name: "invitations of this organization alone, to revoke",
    file: "worker/features/members/invitations.ts",
    find: "WHERE id = ? AND organization_id = ? AND",
    replace: "WHERE id = ? AND (? = organization_id OR 1) AND",
    tests: RECORDS,
  },
  {
    name: "membership of the organization to switch to",
    file: "worker/features/identity/switch-organization.ts",
    find: "if (!member) return fail",
    replace: "if (false) return fail",
    also: {
      file: "worker/features/identity/queries.ts",
      find: "WHERE u.id = ?1 AND (m.user_id IS NOT NULL OR g.id IS NOT NULL)",
      replace: "WHERE u.id = ?1",
    },
    tests: RECORDS,
  },
  {
    name: "membership of the organization to refresh into",
    file: "worker/features/identity/chosen-organization.ts",
    find: "WHERE cm.user_id = ${userId} GROUP BY",
    replace: "WHERE 1 GROUP BY",
    tests: RECORDS,
  },
  {
    name: "one's own sessions, in the list",
    file: "worker/features/identity/sessions.ts",
    find: "WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ?",
    replace: "WHERE (user_id = ? OR 1) AND revoked_at IS NULL AND expires_at > ?",
    tests: RECORDS,
  },
  {
    name: "one's own sessions, to end",
    file: "worker/features/identity/sessions.ts",
    find: "if (!found) return fail",
    replace: "if (false) return fail",
    tests: RECORDS,
  },
  {
    name: "one's own account events",
    file: "worker/features/identity/list-auth-events.ts",
    find: "FROM auth_events WHERE user_id = ?",
    replace: "FROM auth_events WHERE (user_id = ? OR 1)",
    tests: RECORDS,
  },
  {
    name: "one's own passkeys, to rename",
    file: "worker/features/factors/rename-passkey.ts",
    find: "WHERE p.id = ? AND p.user_id = ?",
    replace: "WHERE p.id = ? AND (p.user_id = ? OR 1)",
    also: {
      file: "worker/features/factors/rename-passkey.ts",
      find: "WHERE id = ? AND user_id = ?",
      replace: "WHERE id = ? AND (user_id = ? OR 1)",
    },
    tests: ["worker/features/factors/rename-passkey.workerd.test.ts"],
  },
  {
    name: "sign-ins of this organization's members alone",
    file: SIGN_INS,
    find: "WHERE m.organization_id = ?1 AND",
    replace: "WHERE (m.organization_id = ?1 OR 1) AND",
    tests: SIGN_INS_TESTS,
  },
  {
    name: "sign-ins since the person joined",
    file: SIGN_INS,
    find: "x.at >= m.created_at AND",
    replace: "(x.at >= m.created_at OR 1) AND",
    tests: SIGN_INS_TESTS,
  },
  {
    name: "sign-ins that tell of no other organization",
    file: SIGN_INS,
    find: "AND x.kind IN (SELECT value FROM json_each(?3))",
    replace: "AND (?3 IS NOT NULL)",
    tests: SIGN_INS_TESTS,
  },
  {
    name: "people of this organization alone, to narrow the sign-ins",
    file: SIGN_INS,
    find: "WHERE m.organization_id = ? ORDER BY",
    replace: "WHERE (m.organization_id = ? OR 1) ORDER BY",
    tests: SIGN_INS_TESTS,
  },
  {
    name: "what search finds, by key",
    file: "worker/features/search/search.ts",
    find: ".filter((row) => permissions.includes(row.permission))",
    replace: "",
    tests: RECORDS,
  },
  {
    name: "a repeated request's answer, by person",
    file: "worker/platform/idempotency.ts",
    find: "WHERE actor_id = ? AND key = ?",
    replace: "WHERE (actor_id = ? OR 1) AND key = ?",
    tests: RECORDS,
  },
  {
    name: "prefix of files",
    file: "worker/platform/tenant.ts",
    find: "filesPrefix(tenant) + path",
    replace: "path",
    tests: RECORDS,
  },
  {
    name: "keys beyond the actor's own",
    file: "worker/features/members/authority-writes.ts",
    find: "if (missing.length > 0) fail(",
    replace: "if (missing.length > 99) fail(",
    tests: MEMBERS,
  },
  {
    name: "the key to remove somebody else",
    file: "worker/features/members/remove-member.ts",
    find: 'if (!leaving && !can(actor, "identity.invite")) {',
    replace: "if (false) {",
    tests: MEMBERS,
  },
];
