import { defineEvents } from "#domain/events.ts";

/** The organization as audit and live pages tell it. */
interface OrganizationRecord {
  id: string;
  name: string;
  /** Since when a second factor is demanded of members, UTC; null: it is not. */
  factorDemandedAt?: string | null;
  factorGraceDays?: number;
  /** When it will be deleted, UTC; null: nobody asked for it. */
  deletionDueAt?: string | null;
  deletionReason?: string | null;
}

export const organizationEvent = defineEvents<
  OrganizationRecord,
  "renamed" | "factor_policy_changed" | "deletion_asked" | "deletion_cancelled"
>({
  entity: "organization",
  topic: "members",
  permission: "identity.read",
  actions: ["renamed", "factor_policy_changed", "deletion_asked", "deletion_cancelled"],
  edits: ["renamed", "factor_policy_changed"],
  search: () => null,
  label: (organization) => organization.name,
});
