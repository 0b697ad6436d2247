import { defineEvents } from "#domain/events.ts";
import type { SourceRecord } from "./model.ts";

/** What happens to data sources: never a row of them. */
export const sourceEvent = defineEvents<
  SourceRecord,
  "created" | "updated" | "deleted" | "restored" | "shared" | "unshared"
>({
  entity: "source",
  topic: "sources",
  permission: "analytics.read",
  actions: ["created", "updated", "deleted", "restored", "shared", "unshared"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt"],
  search: (source) => ({
    title: source.title,
    subtitle: source.table,
    body: source.columns.map(({ name, description }) => `${name} ${description ?? ""}`).join("\n"),
    href: `/analytics/w/${source.workspaceId}?source=${source.id}`,
  }),
});
