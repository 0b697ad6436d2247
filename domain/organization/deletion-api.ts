import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { Deletion } from "./deletion.ts";

export const askDeletion = defineRoute({
  method: "post",
  path: "/organization/deletion",
  permission: "identity.own",
  fresh: true,
  summary: "Ask for the deletion of the organization, which begins after a waiting period",
  body: z.strictObject({
    /** The organization's name, typed to confirm. */
    name: z.string().max(200),
    reason: z.string().trim().max(1000).optional(),
  }),
  output: Deletion,
  errors: ["organization.name_mismatch", "organization.deletion_asked", "conflict.version"],
});

export const cancelDeletion = defineRoute({
  method: "delete",
  path: "/organization/deletion",
  permission: "identity.own",
  summary: "Take the deletion of the organization back, while it has not begun",
  output: z.undefined(),
  status: 204,
  errors: ["organization.deletion_not_asked", "conflict.version"],
});
