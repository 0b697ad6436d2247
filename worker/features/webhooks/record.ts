import { keysOf } from "#domain/webhooks/catalogue.ts";
import type { WebhookRecord } from "#domain/webhooks/events.ts";
import type { Webhook } from "#domain/webhooks/model.ts";
import type { WebhookRow } from "./schema.ts";

/** The address as it may stand in the audit log: receivers like to keep a secret in the query. */
function withoutQuery(address: string): string {
  const url = URL.parse(address);
  return url ? url.origin + url.pathname : "";
}

/** A webhook as its events tell it. */
export function recordOf(row: WebhookRow): WebhookRecord {
  const { id, description, types, permissions, state, pausedReason, previousUntil } = row;
  const address = withoutQuery(row.url);
  return { id, address, description, types, permissions, state, pausedReason, previousUntil };
}

/** A webhook as its reader gets it. `deliveries`: how they go, null when that can't be known. */
export function viewOf(row: WebhookRow, deliveries: Webhook["deliveries"]): Webhook {
  const { secret: _secret, previousSecret: _previous, deletedAt: _deleted, ...rest } = row;
  const { permissions, ...shown } = rest;
  const missing = keysOf(row.types).filter((key) => !permissions.includes(key));
  return { ...shown, missing, deliveries };
}
