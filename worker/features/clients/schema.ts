import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "#domain/clients/values.ts";

/** Table of clients. `*Key` columns are sort keys (domain/collation.ts), null when the text is empty. */
export const clients = sqliteTable("clients", {
  id: text().primaryKey(),
  version: integer().notNull(),
  company: text().notNull(),
  companyKey: text("company_key"),
  contact: text().notNull(),
  contactKey: text("contact_key"),
  status: text({ enum: STATUSES }).notNull(),
  stage: text({ enum: STAGES }).notNull(),
  stageSince: text("stage_since").notNull(),
  priority: text({ enum: PRIORITIES }).notNull(),
  sector: text().notNull(),
  sectorKey: text("sector_key"),
  size: text({ enum: SIZES }),
  phone: text().notNull(),
  email: text().notNull(),
  nextAction: text("next_action").notNull(),
  nextActionKey: text("next_action_key"),
  nextActionOn: text("next_action_on"),
  notes: text().notNull(),
  ownerId: text("owner_id"),
  estimatedMinor: integer("estimated_minor"),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  /** Set when the client was deleted: it is kept, so that deleting can be undone. */
  deletedAt: text("deleted_at"),
});
