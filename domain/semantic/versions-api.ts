import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { defineRoute } from "#domain/route.ts";
import { SemanticDocument, SemanticId } from "./model.ts";

/** A version of a semantic layer: by whom and when (UTC) it was written. */
const SemanticVersion = z
  .strictObject({
    version: z.int().positive(),
    writtenBy: idSchema("usr"),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: "SemanticVersion" });

export const listSemanticVersions = defineRoute({
  method: "get",
  path: "/semantic-layers/{id}/versions",
  permission: "analytics.read",
  summary: "List the last hundred versions of a semantic layer, newest first",
  params: z.strictObject({ id: SemanticId }),
  output: z.strictObject({ items: z.array(SemanticVersion) }),
  errors: ["semantic.not_found"],
});

export const readSemanticVersion = defineRoute({
  method: "get",
  path: "/semantic-layers/{id}/versions/{version}",
  permission: "analytics.read",
  summary: "Read a semantic layer as one version had it",
  params: z.strictObject({ id: SemanticId, version: z.string().regex(/^[1-9]\d{0,6}$/) }),
  output: SemanticVersion.extend({ document: SemanticDocument }).meta({
    id: "SemanticVersionDocument",
  }),
  errors: ["semantic.not_found", "semantic.version_not_found"],
});
