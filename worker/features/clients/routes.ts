import * as api from "#domain/clients/api.ts";
import * as bulk from "#domain/clients/bulk-api.ts";
import { bind } from "#worker/platform/bind.ts";
import { createClient } from "./create-client.ts";
import { deleteClient } from "./delete-client.ts";
import { deleteClients } from "./delete-clients.ts";
import { exportClients } from "./export-clients.ts";
import { listClients } from "./list-clients.ts";
import { readClient } from "./read-client.ts";
import { readHistory } from "./read-history.ts";
import { restoreClient } from "./restore-client.ts";
import { restoreClients } from "./restore-clients.ts";
import { updateClient } from "./update-client.ts";
import { updateClients } from "./update-clients.ts";

/** Routes of clients. Fixed paths stand before `{id}`, which would match them too. */
export const clientRoutes = [
  bind(api.listClients, (ctx, { query }) => listClients(ctx, query)),
  bind(api.createClient, (ctx, { body }) => createClient(ctx, body)),
  bind(api.exportClients, (ctx, { query }) => exportClients(ctx, query)),
  bind(bulk.updateClients, (ctx, { body }) => updateClients(ctx, body)),
  bind(bulk.deleteClients, (ctx, { body }) => deleteClients(ctx, body)),
  bind(bulk.restoreClients, (ctx, { body }) => restoreClients(ctx, body)),
  bind(api.readClient, (ctx, { params }) => readClient(ctx, params)),
  bind(api.updateClient, (ctx, { params, body }) => updateClient(ctx, { ...params, ...body })),
  bind(api.deleteClient, (ctx, { params }) => deleteClient(ctx, params)),
  bind(api.restoreClient, (ctx, { params }) => restoreClient(ctx, params)),
  bind(api.readClientHistory, (ctx, { params, query }) =>
    readHistory(ctx, { ...params, ...query }),
  ),
];
