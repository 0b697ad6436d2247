import * as api from "#domain/organization/api.ts";
import * as deletion from "#domain/organization/deletion-api.ts";
import { bind } from "#worker/platform/bind.ts";
import { askDeletion } from "./ask-deletion.ts";
import { cancelDeletion } from "./cancel-deletion.ts";
import { readFactorPolicy, setFactorPolicy } from "./factor-policy.ts";
import { renameOrganization } from "./rename-organization.ts";
import { transferOwnership } from "./transfer-ownership.ts";

export const organizationRoutes = [
  bind(api.renameOrganization, (ctx, { body }) => renameOrganization(ctx, body)),
  bind(api.transferOwnership, (ctx, { body }) => transferOwnership(ctx, body)),
  bind(api.readFactorPolicy, (ctx) => readFactorPolicy(ctx)),
  bind(api.setFactorPolicy, (ctx, { body }) => setFactorPolicy(ctx, body)),
  bind(deletion.askDeletion, (ctx, { body }) => askDeletion(ctx, body)),
  bind(deletion.cancelDeletion, (ctx) => cancelDeletion(ctx)),
];
