import type { Mutant } from "./mutant.ts";

const WALK = ["worker/contract/isolation.workerd.test.ts"];
const SUPPORT = ["worker/features/support/support.workerd.test.ts"];
const GRANT = "worker/platform/support/living-grant.ts";
const KEYS = "domain/support/keys.ts";

/** Where support may come in, for how long, and what it may do there. */
export const SUPPORT_MUTANTS: readonly Mutant[] = [
  {
    name: "an access of support that an owner ended",
    file: GRANT,
    find: "${grant}.ended_at IS NULL AND ",
    replace: "",
    tests: WALK,
  },
  {
    name: "an access of support whose time is over",
    file: GRANT,
    find: "${grant}.expires_at > ${now}",
    replace: "${now} = ${now}",
    tests: WALK,
  },
  {
    name: "the mark of support's accounts",
    file: GRANT,
    find: "EXISTS (SELECT 1 FROM support_staff st WHERE st.user_id = ${user})",
    replace: "${user} = ${user}",
    tests: WALK,
  },
  {
    name: "the organization that let support in",
    file: "worker/platform/auth/authority.ts",
    find: "g.organization_id = o.id AND ",
    replace: "",
    tests: WALK,
  },
  {
    name: "the second factor of support",
    file: GRANT,
    find: "NOT ${HAS_SECOND_FACTOR(user)}",
    replace: "${HAS_SECOND_FACTOR(user)} IS NULL",
    tests: SUPPORT,
  },
  {
    name: "keys that support never gets",
    file: KEYS,
    find: "PERMISSIONS.filter((key) => !NEVER.test(key))",
    replace: "PERMISSIONS.filter((key) => NEVER.test(key) || true)",
    tests: SUPPORT,
  },
  {
    name: "reading alone unless more is chosen",
    file: KEYS,
    find: 'key.endsWith(".read"),',
    replace: 'key.endsWith(""),',
    tests: SUPPORT,
  },
  {
    name: "support's name in the audit",
    file: "worker/platform/audit/audit-actor.ts",
    find: "support?.grantId ?? userId",
    replace: "support ? userId : userId",
    tests: SUPPORT,
  },
  {
    name: "notes of what support opens",
    file: "worker/platform/audit/note-support.ts",
    find: "if (!actor?.support) return;",
    replace: "if (!actor?.support || actor) return;",
    tests: SUPPORT,
  },
];
