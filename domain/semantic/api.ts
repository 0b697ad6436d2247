import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { listing, pageOf } from "#domain/listing.ts";
import { defineRoute } from "#domain/route.ts";
import { SemanticDocument, SemanticId, SemanticInput, SemanticView } from "./model.ts";

const byId = z.strictObject({ id: SemanticId });

export const listSemanticLayers = defineRoute({
  method: "get",
  path: "/semantic-layers",
  permission: "analytics.read",
  summary: "List semantic layers, one for each workspace, newest first, page by page",
  query: z.strictObject({
    cursor: listing.cursor,
    limit: listing.limit,
    workspace: idSchema("wsp").optional(),
  }),
  output: pageOf(SemanticView),
  errors: ["list.cursor_invalid"],
});

export const createSemanticLayer = defineRoute({
  method: "post",
  path: "/semantic-layers",
  permission: "analytics.write",
  summary: "Give a workspace its semantic layer",
  body: SemanticInput,
  output: SemanticView,
  status: 201,
  errors: ["workspace.not_found", "semantic.exists"],
});

export const readSemanticLayer = defineRoute({
  method: "get",
  path: "/semantic-layers/{id}",
  permission: "analytics.read",
  summary: "Read a semantic layer",
  params: byId,
  output: SemanticView,
  errors: ["semantic.not_found"],
});

export const updateSemanticLayer = defineRoute({
  method: "patch",
  path: "/semantic-layers/{id}",
  permission: "analytics.write",
  summary: "Write the next version of a semantic layer",
  params: byId,
  body: z.strictObject({
    version: z.int().positive(),
    changes: z.strictObject({ document: SemanticDocument }),
  }),
  output: SemanticView,
  errors: ["semantic.not_found", "conflict.version"],
});

export const deleteSemanticLayer = defineRoute({
  method: "delete",
  path: "/semantic-layers/{id}",
  permission: "analytics.write",
  summary: "Delete a semantic layer; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["semantic.not_found", "conflict.version"],
});

export const restoreSemanticLayer = defineRoute({
  method: "post",
  path: "/semantic-layers/{id}/restore",
  permission: "analytics.write",
  summary: "Bring a deleted semantic layer back",
  params: byId,
  output: SemanticView,
  errors: ["semantic.not_found", "semantic.exists", "conflict.version"],
});
