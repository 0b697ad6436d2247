import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Origin } from "#domain/audit/model.ts";
import {
  IMPORT_STATES,
  type ImportCard,
  type ImportColumn,
  type ImportPart,
  type ImportTag,
  type RefusedRow,
} from "#domain/board-imports/model.ts";
import { SOURCES } from "#domain/board-imports/raw.ts";

export const boardImports = sqliteTable("board_imports", {
  id: text().primaryKey(),
  version: integer().notNull(),
  state: text({ enum: IMPORT_STATES }).notNull(),
  source: text({ enum: SOURCES }).notNull(),
  fileName: text("file_name").notNull(),
  boardId: text("board_id").notNull(),
  title: text().notNull(),
  newBoard: integer("new_board", { mode: "boolean" }).notNull(),
  columns: text({ mode: "json" }).$type<ImportColumn[]>().notNull(),
  tags: text({ mode: "json" }).$type<ImportTag[]>().notNull(),
  refused: text({ mode: "json" }).$type<RefusedRow[]>().notNull(),
  origin: text({ mode: "json" }).$type<Origin>().notNull(),
  total: integer().notNull(),
  /** How many parts were announced; null where cards alone are waited for. */
  parts: integer(),
  done: integer().notNull(),
  kept: integer().notNull(),
  nextPart: integer("next_part").notNull(),
  startedBy: text("started_by").notNull(),
  startedByName: text("started_by_name").notNull(),
  startedAt: text("started_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  finishedAt: text("finished_at"),
});
export type ImportRow = typeof boardImports.$inferSelect;

export const importParts = sqliteTable(
  "board_import_parts",
  {
    importId: text("import_id").notNull(),
    number: integer().notNull(),
    size: integer().notNull(),
    cards: text({ mode: "json" }).$type<ImportCard[]>().notNull(),
    more: text({ mode: "json" }).$type<Omit<ImportPart, "cards">>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.number] })],
);
