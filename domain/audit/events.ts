import { defineEvents } from "#domain/events.ts";

/** The retention policy as audit and live pages tell it. */
interface PolicyRecord {
  id: string;
  auditDays: number;
  accessDays: number;
}

export const retentionEvent = defineEvents<PolicyRecord, "updated">({
  entity: "retention",
  topic: "audit",
  permission: "audit.read",
  actions: ["updated"],
  edits: ["updated"],
  silent: ["id"],
  search: () => null,
});
