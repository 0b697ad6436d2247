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

/** Whether a second factor is demanded of members, and how long who has none may go on. */
export const FactorPolicy = z.strictObject({
  demanded: z.boolean(),
  /** Days, from the demand on or from joining later. */
  graceDays: z.int().min(0).max(90),
});

export const readFactorPolicy = defineRoute({
  method: "get",
  path: "/organization/second-factor",
  permission: "identity.settings",
  summary: "Tell whether a second factor is demanded of members, and how many have none",
  output: z.strictObject({ ...FactorPolicy.shape, members: z.int(), without: z.int() }),
});

export const setFactorPolicy = defineRoute({
  method: "put",
  path: "/organization/second-factor",
  permission: "identity.settings",
  fresh: true,
  summary: "Demand a second factor of every member after some days of grace, or no longer",
  body: FactorPolicy,
  output: FactorPolicy,
});
