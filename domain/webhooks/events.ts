import { defineEvents } from "#domain/events.ts";
import type { PauseReason } from "./model.ts";

/**
 * A webhook as audit, live pages and its own sender tell it: never its secret, and its address without the query, in
 * which receivers like to keep one.
 */
export interface WebhookRecord {
  id: string;
  address: string;
  description: string;
  types: readonly string[];
  permissions: readonly string[];
  state: "active" | "paused";
  pausedReason: PauseReason | null;
  /** Until when the secret before the present one signs too, UTC. */
  previousUntil: string | null;
}

export const webhookEvent = defineEvents<
  WebhookRecord,
  "created" | "updated" | "paused" | "resumed" | "secret_rotated" | "deleted"
>({
  entity: "webhook",
  topic: "webhooks",
  permission: "webhooks.manage",
  actions: ["created", "updated", "paused", "resumed", "secret_rotated", "deleted"],
  edits: ["updated"],
  silent: ["id"],
  search: () => null,
  label: (webhook) => webhook.description || webhook.address,
});
