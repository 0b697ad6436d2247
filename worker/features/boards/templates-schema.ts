import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { TemplateFields } from "#domain/boards/card-template.ts";
import { COLORS, PRIORITIES } from "#domain/boards/model.ts";

/** Card templates of boards. */
export const cardTemplates = sqliteTable("card_templates", {
  id: text().primaryKey(),
  version: integer().notNull(),
  boardId: text("board_id").notNull(),
  name: text().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  priority: text({ enum: PRIORITIES }).notNull(),
  tags: text({ mode: "json" }).$type<string[]>().notNull(),
  cover: text({ enum: COLORS }),
  dueIn: integer("due_in"),
  checklists: text({ mode: "json" }).$type<TemplateFields["checklists"]>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  deletedAt: text("deleted_at"),
});
