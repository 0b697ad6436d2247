import { defineEvents } from "#domain/events.ts";
import type { SemanticRecord } from "./model.ts";

/** What happens to semantic layers. */
export const semanticEvent = defineEvents<
  SemanticRecord,
  "created" | "updated" | "deleted" | "restored"
>({
  entity: "semantic_layer",
  topic: "semantic",
  permission: "analytics.read",
  actions: ["created", "updated", "deleted", "restored"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt"],
  search: () => null,
  label: (layer) => `v${layer.version}`,
});
