import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { Name, OrganizationName, RoleName, UserId } from "#domain/identity/model.ts";

export const renameOrganization = defineRoute({
  method: "patch",
  path: "/organization",
  permission: "identity.settings",
  summary: "Rename the organization",
  body: z.strictObject({ name: Name }),
  output: OrganizationName,
  errors: ["conflict.version"],
});

export const transferOwnership = defineRoute({
  method: "post",
  path: "/organization/ownership",
  permission: "identity.own",
  fresh: true,
  summary: "Hand the ownership over: the other becomes owner, the giver takes the next role below",
  body: z.strictObject({ userId: UserId }),
  /** The role that the giver has from here on. */
  output: z.strictObject({ role: RoleName }),
  errors: [
    "identity.member_not_found",
    "identity.already_owner",
    "identity.role_not_found",
    "identity.last_owner",
    "conflict.version",
  ],
});
