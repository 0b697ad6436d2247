import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { ClientChanges, ClientId, ClientView } from "./model.ts";
import { BULK_LIMIT } from "./values.ts";

/** Each client at most once: a second change of the same row would find its version gone. */
function once(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

const ids = z.array(ClientId).min(1).max(BULK_LIMIT).refine(once, { error: "each client once" });
const found = {
  /** Clients that were changed. */
  items: z.array(ClientView),
  /** Ids that name no client, or a deleted one. */
  missing: z.array(ClientId),
};

export const updateClients = defineRoute({
  method: "post",
  path: "/clients/bulk",
  permission: "clients.write",
  summary: "Change several clients at once, each with its own changes, all or none",
  body: z.strictObject({
    items: z
      .array(z.strictObject({ id: ClientId, changes: ClientChanges }))
      .min(1)
      .max(BULK_LIMIT)
      .refine((items) => once(items.map((item) => item.id)), { error: "each client once" }),
  }),
  output: z.strictObject(found),
  errors: ["conflict.version"],
});

export const deleteClients = defineRoute({
  method: "post",
  path: "/clients/bulk/delete",
  permission: "clients.delete",
  summary: "Delete several clients at once; they can be restored",
  body: z.strictObject({ ids }),
  output: z.strictObject({ deleted: z.array(ClientId), missing: z.array(ClientId) }),
  errors: ["conflict.version"],
});

export const restoreClients = defineRoute({
  method: "post",
  path: "/clients/bulk/restore",
  permission: "clients.delete",
  summary: "Bring several deleted clients back at once",
  body: z.strictObject({ ids }),
  output: z.strictObject(found),
  errors: ["conflict.version"],
});
