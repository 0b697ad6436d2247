import type { Mutant } from "./mutant.ts";
import { EXPORT_MUTANTS } from "./isolation-exports.ts";
import { ROOM_MUTANTS } from "./isolation-rooms.ts";
import { SUPPORT_MUTANTS } from "./isolation-support.ts";
import { RECORD_MUTANTS } from "./isolation-records.ts";
import { TOKEN_MUTANTS } from "./isolation-tokens.ts";
import { WEBHOOK_MUTANTS } from "./isolation-webhooks.ts";

const WALK = ["worker/contract/isolation.workerd.test.ts"];
const REFUSALS = ["worker/contract/refusals.workerd.test.ts"];
const AUTHORITY = "worker/platform/auth/authority.ts";
const TOKENS = "worker/platform/auth/tokens.ts";

/** Who may come in: tokens, sessions, membership, the slot and the identity of the database, keys. */
const DOORS: readonly Mutant[] = [
  {
    name: "identity of the database, when it is opened",
    file: "worker/platform/identity-row.ts",
    find: "if (row?.organization !== tenant.organizationId) {",
    replace: "if (!row) {",
    tests: ["worker/features/identity/wrong-database.workerd.test.ts"],
  },
  {
    name: "identity of the database, when it is written",
    file: "worker/platform/commit.ts",
    find: "THEN 1 ELSE -1 END",
    replace: "THEN 1 ELSE 1 END",
    tests: ["worker/platform/commit.workerd.test.ts"],
  },
  {
    name: "identity of the database, when it is claimed",
    file: "worker/platform/migrate.ts",
    find: "if (owner?.id !== tenant.organizationId) {",
    replace: "if (!owner) {",
    tests: ["worker/features/identity/register.workerd.test.ts"],
  },
  {
    name: "slot in the token",
    file: AUTHORITY,
    find: "if (row.binding !== claims.tenant.binding)",
    replace: "if (!row.binding)",
    tests: WALK,
  },
  {
    name: "membership join",
    file: AUTHORITY,
    find: "LEFT JOIN memberships m ON m.organization_id = o.id AND m.user_id = u.id",
    replace: "LEFT JOIN memberships m ON m.organization_id = o.id",
    tests: WALK,
  },
  {
    name: "organization of the membership",
    file: AUTHORITY,
    find: "LEFT JOIN memberships m ON m.organization_id = o.id AND m.user_id = u.id",
    replace: "LEFT JOIN memberships m ON m.user_id = u.id",
    tests: WALK,
  },
  {
    name: "no membership, no entry",
    file: AUTHORITY,
    find: "if (!row?.role_id && !row?.grant_id) {",
    replace: "if (!row) {",
    tests: WALK,
  },
  {
    name: "owner of the session",
    file: AUTHORITY,
    find: "WHERE s.id = ?1 AND s.user_id = ?2",
    replace: "WHERE s.id = ?1 AND ?2 = ?2",
    tests: WALK,
  },
  {
    name: "session not ended",
    file: AUTHORITY,
    find: " AND s.revoked_at IS NULL",
    replace: "",
    tests: WALK,
  },
  {
    name: "session not over",
    file: AUTHORITY,
    find: " AND s.expires_at > ?4",
    replace: " AND ?4 = ?4",
    tests: WALK,
  },
  {
    name: "holder of a role in a division",
    file: AUTHORITY,
    find: "WHERE d.organization_id = o.id AND d.user_id = u.id AND",
    replace: "WHERE d.organization_id = o.id AND",
    tests: ["worker/contract/isolation-records.workerd.test.ts"],
  },
  {
    name: "writes wait for the authority check",
    file: "worker/platform/commit.ts",
    find: "const actor = await ctx.actor();",
    replace: "const actor = await ctx.actor().catch(() => ({ name: '' }) as never);",
    tests: ["worker/platform/commit.workerd.test.ts"],
  },
  {
    name: "permission of the route",
    file: "worker/platform/tenant.ts",
    find: "permit(actor, request.access);",
    replace: "",
    tests: REFUSALS,
  },
  {
    name: "answers wait for the authority check",
    file: "worker/platform/bind.ts",
    find: "  await ctx.actor();\n",
    replace: "",
    tests: REFUSALS,
  },
  {
    name: "signature of the token",
    file: TOKENS,
    find: "const { payload } = await jwtVerify(token, key(env), {",
    replace:
      "const { payload } = { payload: JSON.parse(atob(token.split('.')[1] ?? '')) as never };\n  void ({",
    tests: ["worker/contract/token-attacks.workerd.test.ts"],
  },
  {
    name: "kind of the token",
    file: TOKENS,
    find: "    audience,\n    typ,\n",
    replace: "",
    tests: ["worker/platform/auth/tokens.workerd.test.ts"],
  },
  {
    name: "algorithm of the token",
    file: TOKENS,
    find: '    algorithms: ["HS256"],\n',
    replace: "",
    tests: ["worker/platform/auth/tokens.workerd.test.ts"],
  },
  {
    name: "role unchanged when the control database is written",
    file: "worker/platform/auth/control-commit.ts",
    find: "AND m.authz_epoch = ?",
    replace: "AND ? IS NOT NULL",
    tests: ["worker/contract/isolation-records.workerd.test.ts"],
  },
  {
    name: "session alive when the control database is written",
    file: "worker/platform/auth/control-commit.ts",
    find: "AND s.revoked_at IS NULL",
    replace: "",
    tests: ["worker/contract/isolation-records.workerd.test.ts"],
  },
];

/** Every check that keeps organizations apart, each with the tests that fail without it. */
export const ISOLATION: readonly Mutant[] = [
  ...DOORS,
  ...TOKEN_MUTANTS,
  ...WEBHOOK_MUTANTS,
  ...SUPPORT_MUTANTS,
  ...RECORD_MUTANTS,
  ...ROOM_MUTANTS,
  ...EXPORT_MUTANTS,
];
