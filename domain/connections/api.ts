import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { Catalogue } from "./catalogue.ts";
import { MAX_SQL } from "./gate/refusal.ts";
import {
  Connection,
  ConnectionChanges,
  ConnectionId,
  ConnectionInput,
  ConnectionTest,
  MOST_ROWS,
} from "./model.ts";

const params = z.strictObject({ id: ConnectionId });
const permission = "analytics.connect";
// What leads to a firm's own database is for people who signed in.
const tokens = false;

export const listConnections = defineRoute({
  method: "get",
  path: "/connections",
  permission,
  tokens,
  summary: "List the connections to databases of the organization, by name",
  output: z.strictObject({ items: z.array(Connection) }),
});

export const createConnection = defineRoute({
  method: "post",
  path: "/connections",
  permission,
  tokens,
  summary: "Keep how to reach a database, its password sealed",
  body: ConnectionInput,
  output: Connection,
  status: 201,
  fresh: true,
  errors: ["connection.host_refused", "connection.too_many"],
});

export const tryConnection = defineRoute({
  method: "post",
  path: "/connections/test",
  permission,
  tokens,
  summary: "Find out whether a database can be reached and read as typed; nothing is kept",
  body: ConnectionInput,
  output: ConnectionTest,
  idempotencyKey: false,
});

export const updateConnection = defineRoute({
  method: "patch",
  path: "/connections/{id}",
  permission,
  tokens,
  summary: "Change a connection; another place asks for the password again",
  params,
  body: z.strictObject({ version: z.int().positive(), changes: ConnectionChanges }),
  output: Connection,
  fresh: true,
  errors: [
    "connection.not_found",
    "connection.host_refused",
    "connection.password_needed",
    "conflict.version",
  ],
});

export const deleteConnection = defineRoute({
  method: "delete",
  path: "/connections/{id}",
  permission,
  tokens,
  summary: "Delete a connection with its password and what is known of its tables",
  params,
  output: z.undefined(),
  status: 204,
  errors: ["connection.not_found", "conflict.version"],
});

export const testConnection = defineRoute({
  method: "post",
  path: "/connections/{id}/test",
  permission,
  tokens,
  summary: "Find out whether a connection works, and whether its role could write",
  params,
  output: ConnectionTest,
  idempotencyKey: false,
  errors: ["connection.not_found", "connection.password_unreadable"],
});

export const readCatalogue = defineRoute({
  method: "get",
  path: "/connections/{id}/schema",
  permission,
  tokens,
  summary: "Read the tables of a connection as they were last found; the database is not asked",
  params,
  output: Catalogue,
  errors: ["connection.not_found"],
});

export const refreshCatalogue = defineRoute({
  method: "post",
  path: "/connections/{id}/schema",
  permission,
  tokens,
  summary: "Ask the database anew for its tables, columns and estimates of rows",
  params,
  output: Catalogue,
  idempotencyKey: false,
  errors: ["connection.not_found", "connection.password_unreadable", "connection.failed"],
});

export const queryConnection = defineRoute({
  method: "post",
  path: "/connections/{id}/query",
  permission,
  tokens,
  summary:
    "Ask a database one SELECT; the answer streams as NDJSON: columns, batches of rows, then the sum or an error",
  params,
  body: z.strictObject({
    sql: z.string().min(1).max(MAX_SQL),
    maxRows: z.int().min(1).max(MOST_ROWS).default(100_000),
  }),
  output: z.string(),
  produces: "application/x-ndjson",
  idempotencyKey: false,
  errors: [
    "connection.not_found",
    "connection.password_unreadable",
    "connection.failed",
    "connection.writer",
    "connection.sql_refused",
    "connection.too_costly",
    "connection.query_failed",
  ],
});
