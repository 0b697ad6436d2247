import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SemanticDocument } from "#domain/semantic/model.ts";

/** Table of semantic layers. */
export const semanticLayers = sqliteTable("semantic_layers", {
  id: text().primaryKey(),
  version: integer().notNull(),
  workspaceId: text("workspace_id").notNull(),
  document: text({ mode: "json" }).$type<SemanticDocument>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  /** Set when the layer was deleted: it is kept, so that deleting can be undone. */
  deletedAt: text("deleted_at"),
});

/** Table of what each version of a layer said. */
export const semanticVersions = sqliteTable("semantic_versions", {
  layerId: text("layer_id").notNull(),
  version: integer().notNull(),
  document: text({ mode: "json" }).$type<SemanticDocument>().notNull(),
  writtenBy: text("written_by").notNull(),
  writtenAt: text("written_at").notNull(),
});
