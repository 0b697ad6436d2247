import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { listing, pageOf } from "#domain/listing.ts";
import { defineRoute } from "#domain/route.ts";
import { SourceChanges, SourceId, SourceInput, SourceView } from "./model.ts";

const byId = z.strictObject({ id: SourceId });

export const listSources = defineRoute({
  method: "get",
  path: "/data-sources",
  permission: "analytics.read",
  summary: "List data sources, newest first, page by page",
  query: z.strictObject({ ...listing, workspace: idSchema("wsp").optional() }),
  output: pageOf(SourceView),
  errors: ["list.cursor_invalid"],
});

export const createSource = defineRoute({
  method: "post",
  path: "/data-sources",
  permission: "analytics.write",
  summary: "Add a data source to a workspace",
  body: SourceInput,
  output: SourceView,
  status: 201,
  errors: ["workspace.not_found", "source.table_taken"],
});

export const readSource = defineRoute({
  method: "get",
  path: "/data-sources/{id}",
  permission: "analytics.read",
  summary: "Read a data source: what it is, not its rows",
  params: byId,
  output: SourceView,
  errors: ["source.not_found"],
});

export const updateSource = defineRoute({
  method: "patch",
  path: "/data-sources/{id}",
  permission: "analytics.write",
  summary: "Change some fields of a data source",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: SourceChanges }),
  output: SourceView,
  errors: ["source.not_found", "source.table_taken", "conflict.version"],
});

export const deleteSource = defineRoute({
  method: "delete",
  path: "/data-sources/{id}",
  permission: "analytics.write",
  summary: "Take a data source out of its workspace; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["source.not_found", "conflict.version"],
});

export const restoreSource = defineRoute({
  method: "post",
  path: "/data-sources/{id}/restore",
  permission: "analytics.write",
  summary: "Bring a data source back into its workspace",
  params: byId,
  output: SourceView,
  errors: ["source.not_found", "source.table_taken", "conflict.version"],
});
