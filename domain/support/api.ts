import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { Grant, GrantId, GrantInput } from "./model.ts";

export const listGrants = defineRoute({
  method: "get",
  path: "/support/grants",
  permission: "identity.own",
  summary: "List the last twenty accesses of Aetheria's support, newest first",
  output: z.strictObject({ items: z.array(Grant) }),
});

export const openGrant = defineRoute({
  method: "post",
  path: "/support/grants",
  permission: "identity.own",
  fresh: true,
  summary: "Let Aetheria's support in for some hours; an access that stands is replaced",
  body: GrantInput,
  output: Grant,
  status: 201,
  errors: ["conflict.version"],
});

export const endGrant = defineRoute({
  method: "delete",
  path: "/support/grants/{id}",
  permission: "identity.own",
  summary: "End an access of Aetheria's support at once",
  params: z.strictObject({ id: GrantId }),
  output: z.undefined(),
  status: 204,
  errors: ["support.grant_not_found", "conflict.version"],
});
