import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SentKind } from "#domain/asks/prompt.ts";
import type { MessageContent } from "#worker/integrations/anthropic/turn.ts";

/** A conversation: its prefix as it is sent, and how far its last question is. */
export const asks = sqliteTable("asks", {
  id: text().primaryKey(),
  version: integer().notNull(),
  workspaceId: text("workspace_id").notNull(),
  askedBy: text("asked_by").notNull(),
  question: text().notNull(),
  /** Of its first answer; empty until there is one. */
  title: text().notNull(),
  /** All its questions as they are searched. */
  words: text().notNull(),
  model: text().notNull(),
  prefix: text({ mode: "json" }).$type<string[]>().notNull(),
  /** Failed statements of the last question. */
  repairs: integer().notNull(),
  /** Calls of the API for the last question. */
  calls: integer().notNull(),
  /** Rows sent as they are, with consent, in the whole conversation. */
  rowsSent: integer("rows_sent").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
});

/** What a page needs of a person's turn to draw it again. A turn that asks nothing has no question. */
export interface Told {
  question?: string;
  fixed: { label: string; value: string }[];
  /** By the place of the block; null for what is never shown. */
  kinds: (SentKind | null)[];
}

/** Turns of conversations, only ever added to. */
export const askTurns = sqliteTable(
  "ask_turns",
  {
    askId: text("ask_id").notNull(),
    seq: integer().notNull(),
    speaker: text({ enum: ["user", "assistant"] }).notNull(),
    content: text({ mode: "json" }).$type<MessageContent>().notNull(),
    /** Of a person's turn: what it asked, and what each of its blocks is called. */
    told: text({ mode: "json" }).$type<Told>(),
    createdAt: text("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.askId, table.seq] })],
);

/** Calls of the API, with what they used. */
export const askCalls = sqliteTable("ask_calls", {
  id: text().primaryKey(),
  version: integer().notNull(),
  askId: text("ask_id"),
  userId: text("user_id").notNull(),
  /** YYYY-MM, UTC. */
  month: text().notNull(),
  model: text().notNull(),
  state: text({ enum: ["running", "done", "stopped", "failed"] }).notNull(),
  isQuestion: integer("is_question", { mode: "boolean" }).notNull(),
  inputTokens: integer("input_tokens").notNull(),
  outputTokens: integer("output_tokens").notNull(),
  cacheReadTokens: integer("cache_read_tokens").notNull(),
  cacheWriteTokens: integer("cache_write_tokens").notNull(),
  countedTokens: integer("counted_tokens").notNull(),
  /** Millionths of a dollar. */
  costMicros: integer("cost_micros").notNull(),
  createdAt: text("created_at").notNull(),
});
