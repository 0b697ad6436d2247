import * as api from "#domain/connections/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { readCatalogue, refreshCatalogue } from "./catalogue.ts";
import { deleteConnection, updateConnection } from "./change-connection.ts";
import { createConnection } from "./create-connection.ts";
import { listConnections } from "./list-connections.ts";
import { queryConnection } from "./run-query.ts";
import { testConnection, tryConnection } from "./test-connection.ts";

/** Routes of connections to databases. The fixed path stands before `{id}`, which would match it too. */
export const connectionRoutes = [
  bind(api.listConnections, (ctx) => listConnections(ctx)),
  bind(api.createConnection, (ctx, { body }) => createConnection(ctx, body)),
  bind(api.tryConnection, (ctx, { body }) => tryConnection(ctx, body)),
  bind(api.updateConnection, (ctx, { params, body }) =>
    updateConnection(ctx, { ...params, ...body }),
  ),
  bind(api.deleteConnection, (ctx, { params }) => deleteConnection(ctx, params.id)),
  bind(api.testConnection, (ctx, { params }) => testConnection(ctx, params.id)),
  bind(api.readCatalogue, (ctx, { params }) => readCatalogue(ctx, params.id)),
  bind(api.refreshCatalogue, (ctx, { params }) => refreshCatalogue(ctx, params.id)),
  bind(api.queryConnection, (ctx, { params, body }) =>
    queryConnection(ctx, { ...params, ...body }),
  ),
];
