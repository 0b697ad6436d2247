import * as api from "#domain/tokens/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { createServiceToken, createToken } from "./create-token.ts";
import { listAllTokens, listServices, listTokens } from "./list-tokens.ts";
import { revokeToken } from "./revoke-token.ts";
import { createService, deleteService, updateService } from "./services.ts";

export const tokenRoutes = [
  bind(api.listTokens, (ctx) => listTokens(ctx)),
  bind(api.createToken, (ctx, { body }) => createToken(ctx, body)),
  bind(api.revokeToken, (ctx, { params }) => revokeToken(ctx, params.id)),
  bind(api.listAllTokens, (ctx) => listAllTokens(ctx)),
  bind(api.listServices, (ctx) => listServices(ctx)),
  bind(api.createService, (ctx, { body }) => createService(ctx, body)),
  bind(api.updateService, (ctx, { params, body }) => updateService(ctx, params.id, body)),
  bind(api.deleteService, (ctx, { params }) => deleteService(ctx, params.id)),
  bind(api.createServiceToken, (ctx, { params, body }) => createServiceToken(ctx, params.id, body)),
];
