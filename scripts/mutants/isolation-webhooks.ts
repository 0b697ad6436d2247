import type { Mutant } from "./mutant.ts";

const ROOM = ["durable-objects/webhooks/room.workerd.test.ts"];
const VERBS = ["worker/features/webhooks/webhooks.workerd.test.ts"];

/** What webhooks send: whose, to whom, by which keys, and where calls may go. */
export const WEBHOOK_MUTANTS: readonly Mutant[] = [
  {
    name: "owner of the object that sends webhooks",
    file: "durable-objects/webhooks/room.ts",
    find: "if (owner && owner.organizationId !== tenant.organizationId) {",
    replace: "if (false) {",
    tests: ROOM,
  },
  {
    name: "identity of the database that says where to send",
    file: "worker/platform/outbound/receiver.ts",
    find: "if (row?.organization !== tenant.organizationId)",
    replace: "if (!row)",
    tests: ROOM,
  },
  {
    name: "webhooks' object waits for the authority check",
    file: "worker/platform/tenant.ts",
    find: "async webhooks<T extends Rpc.DurableObjectBranded>() {\n        await authority;\n",
    replace: "async webhooks<T extends Rpc.DurableObjectBranded>() {\n",
    tests: ROOM,
  },
  {
    name: "key of an event that a webhook is sent",
    file: "durable-objects/webhooks/take-up.ts",
    find: "|| !permissions.includes(row.permission)) return false;",
    replace: ") return false;",
    tests: VERBS,
  },
  {
    name: "keys of whoever makes a webhook",
    file: "worker/features/webhooks/permit.ts",
    find: 'if (lacking) fail("permission.denied", { permission: lacking });',
    replace: "",
    tests: VERBS,
  },
  {
    name: "key of the event whose delivery is read",
    file: "worker/features/webhooks/deliveries.ts",
    find: "const reads = can(actor, permission as Permission);",
    replace: "const reads = true;",
    tests: VERBS,
  },
  {
    name: "public addresses of a name",
    file: "worker/platform/outbound/find-target.ts",
    find: "if (!addresses.every(isPublicAddress))",
    replace: "if (false)",
    tests: ["worker/platform/outbound/outbound.workerd.test.ts"],
  },
  {
    name: "public addresses in a URL",
    file: "domain/outbound/target.ts",
    find: 'return isPublicAddress(host) ? "address" : "private";',
    replace: 'return "address";',
    tests: VERBS,
  },
  {
    name: "loopback in production",
    file: "worker/platform/outbound/find-target.ts",
    find: 'return env.ENVIRONMENT !== "production" && ',
    replace: "return ",
    tests: ["worker/platform/outbound/outbound.workerd.test.ts"],
  },
];
