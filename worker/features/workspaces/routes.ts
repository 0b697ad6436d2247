import * as api from "#domain/workspaces/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { deleteRecord, restoreRecord } from "#worker/platform/records/life.ts";
import { readRecord } from "#worker/platform/records/kind.ts";
import { updateRecord } from "#worker/platform/records/update.ts";
import { createWorkspace } from "./create-workspace.ts";
import { hideFromSearch, showInSearch } from "./hide-from-search.ts";
import { workspaceKind } from "./kind.ts";
import { listWorkspaces } from "./list-workspaces.ts";

/** Routes of workspaces. */
export const workspaceRoutes = [
  bind(api.listWorkspaces, (ctx, { query }) => listWorkspaces(ctx, query)),
  bind(api.createWorkspace, (ctx, { body }) => createWorkspace(ctx, body)),
  bind(api.readWorkspace, (ctx, { params }) => readRecord(ctx, workspaceKind, params)),
  bind(api.updateWorkspace, (ctx, { params, body }) =>
    updateRecord(ctx, workspaceKind, { ...params, ...body }),
  ),
  bind(api.deleteWorkspace, (ctx, { params }) =>
    deleteRecord(ctx, workspaceKind, params, [hideFromSearch(params.id)]),
  ),
  bind(api.restoreWorkspace, (ctx, { params }) =>
    restoreRecord(ctx, workspaceKind, params, () => [showInSearch(params.id)]),
  ),
];
