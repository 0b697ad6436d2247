import type { Mutant } from "./mutant.ts";

const WALK = ["worker/contract/isolation.workerd.test.ts"];
const RECORDS = ["worker/contract/isolation-records.workerd.test.ts"];
const AUTHORITY = "worker/platform/auth/token-authority.ts";
const QUERIES = "worker/features/tokens/queries.ts";
const ENDS = ["worker/features/tokens/token-ends.workerd.test.ts"];
const REQUESTS = ["worker/features/tokens/token-requests.workerd.test.ts"];
const OWN = ["worker/features/tokens/tokens.workerd.test.ts"];
const SERVICES = ["worker/features/tokens/services.workerd.test.ts"];

/** API tokens and service accounts: what they may open, and who may make, see and end them. */
export const TOKEN_MUTANTS: readonly Mutant[] = [
  {
    name: "organization of the API token",
    file: AUTHORITY,
    find: "AND k.organization_id = ?2",
    replace: "AND ?2 = ?2",
    tests: WALK,
  },
  {
    name: "owner of the API token",
    file: AUTHORITY,
    find: " AND COALESCE(k.user_id, k.service_id) = ?3",
    replace: " AND ?3 = ?3",
    tests: WALK,
  },
  {
    name: "API token not revoked",
    file: AUTHORITY,
    find: "if (row.revoked_at !== null)",
    replace: "if (false)",
    tests: WALK,
  },
  {
    name: "API token not over",
    file: AUTHORITY,
    find: "if (row.expires_at <= now)",
    replace: "if (false)",
    tests: WALK,
  },
  {
    name: "service account not suspended",
    file: AUTHORITY,
    find: "if (row.disabled_at !== null)",
    replace: "if (false)",
    tests: WALK,
  },
  {
    name: "service account of the API token's organization",
    file: AUTHORITY,
    find: " AND a.organization_id = o.id",
    replace: "",
    tests: WALK,
  },
  {
    name: "membership of the API token's person",
    file: AUTHORITY,
    find: "AND m.user_id = k.user_id AND m.created_at",
    replace: "AND m.created_at",
    tests: WALK,
  },
  {
    name: "membership in which the API token was made",
    file: AUTHORITY,
    find: " AND m.created_at <= k.created_at",
    replace: "",
    tests: ENDS,
  },
  {
    name: "keys that the API token's person still holds",
    file: AUTHORITY,
    find: ".filter((key) => held.has(key))",
    replace: "",
    tests: WALK,
  },
  {
    name: "keys that were chosen for the API token",
    file: AUTHORITY,
    find: "(JSON.parse(row.keys) as string[]).filter((key) => held.has(key))",
    replace: "[...held]",
    tests: WALK,
  },
  {
    name: "right to have API tokens",
    file: AUTHORITY,
    find: 'if (!row.service && !held.has("tokens.create"))',
    replace: "if (false)",
    tests: WALK,
  },
  {
    name: "second factor that is demanded of the API token's person",
    file: AUTHORITY,
    find: "CASE WHEN k.service_id IS NULL THEN",
    replace: "CASE WHEN 0 THEN",
    tests: ENDS,
  },
  {
    name: "routes for people are closed to API tokens",
    file: "worker/platform/auth/credential.ts",
    find: "if (text?.startsWith(TOKEN_PREFIX) && !route.tokens)",
    replace: "if (false)",
    tests: WALK,
  },
  {
    name: "control database closed to API tokens",
    file: "worker/platform/auth/control-commit.ts",
    find: 'if (actor.kind === "token" || actor.kind === "service")',
    replace: "if (false)",
    tests: REQUESTS,
  },
  {
    name: "a repeated request's answer, by API token",
    file: "worker/platform/bind.ts",
    find: "if (tokenHash === undefined) return idempotency;",
    replace: "if (true) return idempotency;",
    tests: REQUESTS,
  },
  {
    name: "only an API token that was found is counted",
    file: "worker/platform/limit/admit.ts",
    find: "askerOf(c, await actor)",
    replace: '{ of: "token" as const, id: userId }',
    tests: REQUESTS,
  },
  {
    name: "API tokens of this organization alone, in lists",
    file: QUERIES,
    find: "WHERE k.organization_id = ? AND",
    replace: "WHERE (? = k.organization_id OR 1) AND",
    tests: RECORDS,
  },
  {
    name: "service accounts of this organization alone",
    file: QUERIES,
    find: "WHERE a.organization_id = ?`;",
    replace: "WHERE (? = a.organization_id OR 1)`;",
    tests: RECORDS,
  },
  {
    name: "one's own API tokens, in the list",
    file: "worker/features/tokens/list-tokens.ts",
    find: '"k.user_id = ?"',
    replace: '"(k.user_id = ? OR 1)"',
    tests: RECORDS,
  },
  {
    name: "a colleague's API token, to revoke",
    file: "worker/features/tokens/revoke-token.ts",
    find: 'if (!token || (!own && !can(actor, "tokens.manage")))',
    replace: "if (!token)",
    tests: ENDS,
  },
  {
    name: "keys of an API token beyond its maker's",
    file: "worker/features/tokens/mint-token.ts",
    find: "  withinKeys(actor.permissions, input.permissions);\n",
    replace: "",
    tests: OWN,
  },
  {
    name: "keys of an API token beyond its service account's role",
    file: "worker/features/tokens/create-token.ts",
    find: "  withinKeys(service.permissions, input.permissions);\n",
    replace: "",
    tests: SERVICES,
  },
  {
    name: "role of a new service account beyond its maker's keys",
    file: "worker/features/tokens/services.ts",
    find: "  withinReach(actor, role.permissions);\n  const row",
    replace: "  const row",
    tests: SERVICES,
  },
  {
    name: "role of a service account beyond the keys of who changes it",
    file: "worker/features/tokens/services.ts",
    find: "    withinReach(actor, before.permissions);\n",
    replace: "",
    tests: SERVICES,
  },
];
