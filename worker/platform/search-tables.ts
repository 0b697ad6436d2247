import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What `commit` writes for full-text search. Its FTS5 index is kept by triggers. */
export const searchDocs = sqliteTable("search_docs", {
  id: integer().primaryKey(),
  entity: text().notNull(),
  entityId: text("entity_id").notNull(),
  permission: text().notNull(),
  title: text().notNull(),
  subtitle: text().notNull(),
  body: text().notNull(),
  href: text().notNull(),
});
