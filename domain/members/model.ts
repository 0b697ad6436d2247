import { z } from "zod";
import { InvitationId, OrganizationId, RoleName, UserId } from "#domain/identity/model.ts";
import { PERMISSIONS } from "#domain/permissions.ts";

/** A member of the organization, with what this reader may do about it. */
export const Member = z.strictObject({
  userId: UserId,
  name: z.string(),
  email: z.string(),
  role: RoleName,
  joinedAt: z.iso.datetime(),
  can: z.strictObject({
    changeRole: z.boolean(),
    remove: z.boolean(),
    receiveOwnership: z.boolean(),
  }),
});
export type Member = z.infer<typeof Member>;

/** A role: a row that grants permission keys. */
export const Role = z.strictObject({
  ...RoleName.shape,
  permissions: z.array(z.string()),
  /** How many members hold it in the whole organization. A role that is held, also in a division, can't be deleted. */
  members: z.int().nonnegative(),
  can: z.strictObject({ edit: z.boolean(), delete: z.boolean(), give: z.boolean() }),
});
export type Role = z.infer<typeof Role>;

/** Keys that a role grants: known ones, each once. */
export const PermissionKeys = z
  .array(z.enum(PERMISSIONS))
  .max(PERMISSIONS.length)
  .refine((keys) => new Set(keys).size === keys.length, { error: "Each key once" });

/** An invitation by link. Open ones only: accepted, revoked and expired ones are no longer listed. */
export const Invitation = z.strictObject({
  id: InvitationId,
  /** When set, only this address may accept. */
  email: z.string().nullable(),
  role: RoleName,
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** What the link carries; told once, when the invitation is made, and null afterwards. */
  token: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** What whoever holds an invitation's link may see before accepting. */
export const InvitationPreview = z.strictObject({
  organization: z.string(),
  role: RoleName,
  invitedBy: z.string(),
  /** The address that the link proves, told to whoever came by the mail that went there. */
  email: z.string().nullable(),
  /** Whether that address has an account; null where the link proves none, since it is nobody else's business. */
  account: z.enum(["new", "existing"]).nullable(),
  /** The only address that may accept: masked for whoever has not shown to be behind it. */
  reservedFor: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  /** What the visitor may do: join, come back with the address it is reserved for, or go in, being a member. */
  standing: z.enum(["open", "reserved", "member"]),
  /** The organization's id, for a member. */
  organizationId: OrganizationId.nullable(),
});
