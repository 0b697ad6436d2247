import { defineEvents } from "#domain/events.ts";
import type { AskRecord } from "./model.ts";

/** What is asked of Claude. `rows_sent` tells that rows went out as they are, by consent. */
export const askEvent = defineEvents<AskRecord, "asked" | "rows_sent">({
  entity: "ask",
  topic: "asks",
  permission: "analytics.ask",
  actions: ["asked", "rows_sent"],
  silent: ["id"],
  search: () => null,
  label: (ask) => ask.question,
});
