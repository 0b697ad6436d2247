import { defineEvents } from "#domain/events.ts";

/** An access of support as audit and live pages tell it. */
interface GrantRecord {
  id: string;
  reason: string;
  permissions: readonly string[];
  expiresAt: string;
  usedBy: string | null;
  endedAt: string | null;
}

export const grantEvent = defineEvents<GrantRecord, "opened" | "used" | "ended">({
  entity: "support_grant",
  topic: "members",
  permission: "identity.read",
  actions: ["opened", "used", "ended"],
  search: () => null,
  label: (grant) => grant.reason,
});
