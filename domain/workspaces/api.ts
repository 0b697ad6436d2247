import { z } from "zod";
import { listing, pageOf } from "#domain/listing.ts";
import { defineRoute } from "#domain/route.ts";
import {
  WorkspaceChanges,
  WorkspaceId,
  WorkspaceInput,
  WorkspaceItem,
  WorkspaceView,
} from "./model.ts";

const byId = z.strictObject({ id: WorkspaceId });

export const listWorkspaces = defineRoute({
  method: "get",
  path: "/workspaces",
  permission: "analytics.read",
  summary: "List workspaces with what each holds, newest first, page by page",
  query: z.strictObject(listing),
  output: pageOf(WorkspaceItem),
  errors: ["list.cursor_invalid"],
});

export const createWorkspace = defineRoute({
  method: "post",
  path: "/workspaces",
  permission: "analytics.write",
  summary: "Create a workspace",
  body: WorkspaceInput,
  output: WorkspaceView,
  status: 201,
});

export const readWorkspace = defineRoute({
  method: "get",
  path: "/workspaces/{id}",
  permission: "analytics.read",
  summary: "Read a workspace",
  params: byId,
  output: WorkspaceView,
  errors: ["workspace.not_found"],
});

export const updateWorkspace = defineRoute({
  method: "patch",
  path: "/workspaces/{id}",
  permission: "analytics.write",
  summary: "Change some fields of a workspace",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: WorkspaceChanges }),
  output: WorkspaceView,
  errors: ["workspace.not_found", "conflict.version"],
});

export const deleteWorkspace = defineRoute({
  method: "delete",
  path: "/workspaces/{id}",
  permission: "analytics.write",
  summary: "Delete a workspace with all that it holds; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["workspace.not_found", "conflict.version"],
});

export const restoreWorkspace = defineRoute({
  method: "post",
  path: "/workspaces/{id}/restore",
  permission: "analytics.write",
  summary: "Bring a deleted workspace back with all that it held",
  params: byId,
  output: WorkspaceView,
  errors: ["workspace.not_found", "conflict.version"],
});
