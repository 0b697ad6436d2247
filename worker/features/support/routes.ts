import * as api from "#domain/support/api.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { bind } from "#worker/platform/bind.ts";
import { readGrants } from "#worker/platform/support/grants.ts";
import { endGrant } from "./end-grant.ts";
import { openGrant } from "./open-grant.ts";

export const supportRoutes = [
  bind(api.listGrants, async (ctx) => ({
    items: await readGrants(controlDb(ctx), ctx.tenant.organizationId),
  })),
  bind(api.openGrant, (ctx, { body }) => openGrant(ctx, body)),
  bind(api.endGrant, (ctx, { params }) => endGrant(ctx, params.id)),
];
