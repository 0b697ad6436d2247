import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { DivisionId, Name, RoleId, UserId } from "#domain/identity/model.ts";
import { Division } from "./model.ts";

const Nothing = z.undefined();
const OfDivision = z.strictObject({ id: DivisionId });
const OfMember = z.strictObject({ id: DivisionId, userId: UserId });

export const listDivisions = defineRoute({
  method: "get",
  path: "/divisions",
  permission: "identity.read",
  summary: "List the divisions of the organization with their members, by name",
  output: z.strictObject({ items: z.array(Division) }),
});

export const createDivision = defineRoute({
  method: "post",
  path: "/divisions",
  permission: "identity.settings",
  summary: "Make a division, without members yet",
  body: z.strictObject({ name: Name }),
  output: Division,
  status: 201,
  errors: ["identity.division_name_taken"],
});

export const renameDivision = defineRoute({
  method: "patch",
  path: "/divisions/{id}",
  permission: "identity.settings",
  summary: "Rename a division",
  params: OfDivision,
  body: z.strictObject({ name: Name }),
  output: Division,
  errors: ["identity.division_not_found", "identity.division_name_taken", "conflict.version"],
});

export const deleteDivision = defineRoute({
  method: "delete",
  path: "/divisions/{id}",
  permission: "identity.settings",
  summary:
    "Delete a division and the roles that it alone gave; its members stay in the organization",
  params: OfDivision,
  output: Nothing,
  status: 204,
  errors: ["identity.division_not_found", "conflict.version"],
});

export const placeMember = defineRoute({
  method: "put",
  path: "/divisions/{id}/members/{userId}",
  // Asks for identity.roles, in the whole organization or in this division: the verb checks.
  permission: "member",
  summary: "Bring a member into a division, with a role that holds there alone or without one",
  params: OfMember,
  body: z.strictObject({ roleId: RoleId.nullable() }),
  output: Division,
  errors: [
    "identity.division_not_found",
    "identity.member_not_found",
    "identity.role_not_found",
    "identity.role_unscopable",
    "conflict.version",
  ],
});

export const displaceMember = defineRoute({
  method: "delete",
  path: "/divisions/{id}/members/{userId}",
  // As for bringing somebody in.
  permission: "member",
  summary: "Take a member out of a division; the membership of the organization stays",
  params: OfMember,
  output: Nothing,
  status: 204,
  errors: ["identity.division_not_found", "identity.member_not_found", "conflict.version"],
});
