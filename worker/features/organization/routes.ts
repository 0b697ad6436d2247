import * as api from "#domain/organization/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { readFactorPolicy, setFactorPolicy } from "./factor-policy.ts";
import { renameOrganization } from "./rename-organization.ts";
import { transferOwnership } from "./transfer-ownership.ts";

export const organizationRoutes = [
  bind(api.renameOrganization, (ctx, { body }) => renameOrganization(ctx, body)),
  bind(api.transferOwnership, (ctx, { body }) => transferOwnership(ctx, body)),
  bind(api.readFactorPolicy, (ctx) => readFactorPolicy(ctx)),
  bind(api.setFactorPolicy, (ctx, { body }) => setFactorPolicy(ctx, body)),
];
