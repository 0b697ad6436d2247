import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { clientFilter } from "./filter.ts";
import { ClientChanges, ClientId, ClientInput, ClientView } from "./model.ts";
import { CLIENT_SORTS } from "./order.ts";

const byId = z.strictObject({ id: ClientId });
const order = {
  sort: z.enum(CLIENT_SORTS).default("company"),
  direction: z.enum(["asc", "desc"]).default("asc"),
};

/** What a filtered list adds up to, over all its pages. */
export const ClientTotals = z.strictObject({
  /** Clients that match the filter. */
  count: z.int().nonnegative(),
  /** Clients of the organization, filtered or not. */
  all: z.int().nonnegative(),
  /** Different stages among those that match. */
  stages: z.int().nonnegative(),
  /** Those that match and whose next action was due before `today`. */
  late: z.int().nonnegative(),
  /** Sum of the estimated amounts, EUR minor units. */
  estimatedMinor: z.int().nonnegative(),
});
export type ClientTotals = z.infer<typeof ClientTotals>;

export const listClients = defineRoute({
  method: "get",
  path: "/clients",
  permission: "clients.read",
  summary: "List clients, filtered and sorted, page by page",
  query: z.strictObject({
    ...clientFilter,
    ...order,
    cursor: z.string().max(4000).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    /** The reader's calendar date, for `totals.late`; the server's UTC date unless told. */
    today: z.iso.date().optional(),
  }),
  output: z.strictObject({
    items: z.array(ClientView),
    nextCursor: z.string().nullable(),
    totals: ClientTotals,
  }),
  errors: ["client.cursor_invalid"],
});

export const exportClients = defineRoute({
  method: "get",
  path: "/clients/export.csv",
  permission: "clients.export",
  summary: "Download the clients of a filtered list as CSV",
  query: z.strictObject({
    ...clientFilter,
    ...order,
    language: z.enum(["fr", "en"]).default("fr"),
  }),
  output: z.string(),
  produces: "text/csv",
  discloses: "clients.exported",
});

export const createClient = defineRoute({
  method: "post",
  path: "/clients",
  permission: "clients.write",
  summary: "Create a client",
  body: ClientInput,
  output: ClientView,
  status: 201,
});

export const readClient = defineRoute({
  method: "get",
  path: "/clients/{id}",
  permission: "clients.read",
  summary: "Read a client",
  params: byId,
  output: ClientView,
  errors: ["client.not_found"],
});

export const updateClient = defineRoute({
  method: "patch",
  path: "/clients/{id}",
  permission: "clients.write",
  summary: "Change some fields of a client",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: ClientChanges }),
  output: ClientView,
  errors: ["client.not_found", "conflict.version"],
});

export const deleteClient = defineRoute({
  method: "delete",
  path: "/clients/{id}",
  permission: "clients.delete",
  summary: "Delete a client; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["client.not_found", "conflict.version"],
});

export const restoreClient = defineRoute({
  method: "post",
  path: "/clients/{id}/restore",
  permission: "clients.delete",
  summary: "Bring a deleted client back",
  params: byId,
  output: ClientView,
  errors: ["client.not_found", "conflict.version"],
});

export const readClientHistory = defineRoute({
  method: "get",
  path: "/clients/{id}/history",
  permission: "clients.read",
  summary: "Read what happened to a client, last first, with the values before and after",
  params: byId,
  query: z.strictObject({
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.int().positive(),
        at: z.iso.datetime(),
        actorId: z.string(),
        action: z.string(),
        changes: z.array(
          z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() }),
        ),
      }),
    ),
    /** Pass it as `before` for the next page. */
    nextBefore: z.int().positive().nullable(),
  }),
  errors: ["client.not_found"],
});
