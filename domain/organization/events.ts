import { defineEvents } from "#domain/events.ts";

/** The organization as audit and live pages tell it. */
interface OrganizationRecord {
  id: string;
  name: string;
}

export const organizationEvent = defineEvents<OrganizationRecord, "renamed">({
  entity: "organization",
  topic: "members",
  permission: "identity.read",
  actions: ["renamed"],
  search: () => null,
  label: (organization) => organization.name,
});
