import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import {
  Email,
  InvitationId,
  Language,
  LinkToken,
  Name,
  NewPassword,
  RoleId,
  SignedIn,
  TypedPassword,
  UserId,
} from "#domain/identity/model.ts";
import { Invitation, InvitationPreview, Member, PermissionKeys, Role } from "./model.ts";

const Nothing = z.undefined();

export const listMembers = defineRoute({
  method: "get",
  path: "/members",
  permission: "identity.read",
  summary: "List the members of the organization, by name",
  output: z.strictObject({ items: z.array(Member) }),
  discloses: "members.listed",
});

export const giveRole = defineRoute({
  method: "patch",
  path: "/members/{userId}",
  permission: "identity.roles",
  summary: "Give a member another role",
  params: z.strictObject({ userId: UserId }),
  body: z.strictObject({ roleId: RoleId }),
  output: Member,
  errors: [
    "identity.member_not_found",
    "identity.role_not_found",
    "identity.last_owner",
    "conflict.version",
  ],
});

export const removeMember = defineRoute({
  method: "delete",
  path: "/members/{userId}",
  // Anyone may leave; taking out somebody else asks for identity.invite, which the verb checks.
  permission: "member",
  summary: "Remove a member, or leave the organization",
  params: z.strictObject({ userId: UserId }),
  output: Nothing,
  status: 204,
  errors: ["identity.member_not_found", "identity.last_owner", "conflict.version"],
});

export const listRoles = defineRoute({
  method: "get",
  path: "/roles",
  permission: "identity.read",
  summary: "List the roles of the organization with the permissions that they grant",
  output: z.strictObject({ items: z.array(Role) }),
});

export const createRole = defineRoute({
  method: "post",
  path: "/roles",
  permission: "identity.roles",
  summary: "Create a role out of permission keys",
  body: z.strictObject({ name: Name, permissions: PermissionKeys }),
  output: Role,
  status: 201,
  errors: ["identity.role_name_taken", "identity.owner_keys"],
});

export const updateRole = defineRoute({
  method: "patch",
  path: "/roles/{id}",
  permission: "identity.roles",
  summary: "Rename a role or change its permissions, effective at once for everyone who holds it",
  params: z.strictObject({ id: RoleId }),
  body: z.strictObject({ name: Name.optional(), permissions: PermissionKeys.optional() }),
  output: Role,
  errors: [
    "identity.role_not_found",
    "identity.role_name_taken",
    "identity.last_owner",
    "identity.owner_keys",
    "conflict.version",
  ],
});

export const deleteRole = defineRoute({
  method: "delete",
  path: "/roles/{id}",
  permission: "identity.roles",
  summary: "Delete a role that no member holds and no open invitation gives",
  params: z.strictObject({ id: RoleId }),
  output: Nothing,
  status: 204,
  errors: ["identity.role_not_found", "identity.role_in_use", "conflict.version"],
});

export const listInvitations = defineRoute({
  method: "get",
  path: "/invitations",
  permission: "identity.invite",
  summary: "List the open invitations, newest first",
  output: z.strictObject({ items: z.array(Invitation) }),
});

export const invite = defineRoute({
  method: "post",
  path: "/invitations",
  permission: "identity.invite",
  summary:
    "Invite somebody by a link that works once, for seven days, told once and mailed if there is an address",
  body: z.strictObject({ email: Email.nullable(), roleId: RoleId }),
  output: Invitation,
  status: 201,
  errors: ["auth.email_unverified", "identity.role_not_found", "identity.already_member"],
});

export const revokeInvitation = defineRoute({
  method: "delete",
  path: "/invitations/{id}",
  permission: "identity.invite",
  summary: "Revoke an open invitation",
  params: z.strictObject({ id: InvitationId }),
  output: Nothing,
  status: 204,
  errors: ["identity.invitation_not_found", "conflict.version"],
});

export const previewInvitation = defineRoute({
  // A mutation by name only: the token goes in the body, because addresses stand in access logs.
  method: "post",
  path: "/auth/invitations/preview",
  permission: "public",
  summary: "Tell whoever holds an invitation's link what it invites to",
  body: z.strictObject({ token: LinkToken }),
  output: InvitationPreview,
  errors: ["identity.invitation_invalid"],
  idempotencyKey: false,
});

export const viewInvitation = defineRoute({
  method: "post",
  path: "/auth/invitations/view",
  permission: "member",
  beforeFactor: true,
  summary: "Tell a signed-in person what an invitation's link means for them",
  body: z.strictObject({ token: LinkToken }),
  output: InvitationPreview,
  errors: ["identity.invitation_invalid"],
  idempotencyKey: false,
});

export const joinOrganization = defineRoute({
  method: "post",
  path: "/auth/invitations/join",
  permission: "member",
  beforeFactor: true,
  summary: "Accept an invitation as the person who is signed in, and go on there",
  body: z.strictObject({ token: LinkToken }),
  output: SignedIn,
  status: 201,
  errors: [
    "identity.invitation_invalid",
    "identity.already_member",
    "organization.not_found",
    "organization.unavailable",
  ],
  idempotencyKey: false,
});

export const startInvitation = defineRoute({
  method: "post",
  path: "/auth/invitations/start",
  permission: "public",
  summary:
    "Mail a link that goes on with an invitation; says the same for every address that may accept it",
  body: z.strictObject({ token: LinkToken, email: Email, language: Language }),
  output: Nothing,
  status: 204,
  errors: ["identity.invitation_invalid"],
  idempotencyKey: false,
});

export const acceptInvitation = defineRoute({
  method: "post",
  path: "/auth/invitations/accept",
  permission: "public",
  summary:
    "Accept an invitation with a new account, by a mailed link, or with an existing one, and sign in",
  body: z.discriminatedUnion("account", [
    z.strictObject({
      account: z.literal("new"),
      token: LinkToken,
      name: Name,
      password: NewPassword,
      language: Language,
    }),
    z.strictObject({
      account: z.literal("existing"),
      token: LinkToken,
      email: Email,
      password: TypedPassword,
    }),
  ]),
  output: SignedIn,
  status: 201,
  errors: [
    "identity.invitation_invalid",
    "identity.already_member",
    "auth.email_unverified",
    "auth.password_weak",
    "auth.email_taken",
    "auth.invalid_credentials",
    "organization.unavailable",
  ],
  idempotencyKey: false,
});
