import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { Delivery, DeliveryDetail, deliveryFilter } from "./deliveries.ts";
import {
  MessageId,
  Webhook,
  WebhookChanges,
  WebhookId,
  WebhookInput,
  WebhookSecret,
} from "./model.ts";

const byId = z.strictObject({ id: WebhookId });
const oneDelivery = z.strictObject({ id: MessageId });
const Version = z.strictObject({ version: z.int().positive() });
const permission = "webhooks.manage";

export const listWebhooks = defineRoute({
  method: "get",
  path: "/webhooks",
  permission,
  summary:
    "List the webhooks of the organization, the newest first, each with how its deliveries go",
  output: z.strictObject({ items: z.array(Webhook) }),
});

export const createWebhook = defineRoute({
  method: "post",
  path: "/webhooks",
  permission,
  summary: "Make a webhook that gets committed events from now on, those that its maker may read",
  body: WebhookInput,
  output: Webhook,
  status: 201,
  fresh: true,
  errors: ["webhook.url_refused", "webhook.too_many"],
});

export const updateWebhook = defineRoute({
  method: "patch",
  path: "/webhooks/{id}",
  permission,
  summary: "Change where a webhook sends, what, and how it is called",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: WebhookChanges }),
  output: Webhook,
  fresh: true,
  errors: ["webhook.not_found", "webhook.url_refused", "conflict.version"],
});

export const pauseWebhook = defineRoute({
  method: "post",
  path: "/webhooks/{id}/pause",
  permission,
  summary: "Pause a webhook: what happens meanwhile is not for it, what waits goes on waiting",
  params: byId,
  body: Version,
  output: Webhook,
  errors: ["webhook.not_found", "conflict.version"],
});

export const resumeWebhook = defineRoute({
  method: "post",
  path: "/webhooks/{id}/resume",
  permission,
  summary: "Let a paused webhook get events again, from now on",
  params: byId,
  body: Version,
  output: Webhook,
  errors: ["webhook.not_found", "conflict.version"],
});

export const deleteWebhook = defineRoute({
  method: "delete",
  path: "/webhooks/{id}",
  permission,
  summary: "Delete a webhook with its secret; what waits is given up, its log stays for its time",
  params: byId,
  output: z.undefined(),
  status: 204,
  errors: ["webhook.not_found", "conflict.version"],
});

export const revealWebhookSecret = defineRoute({
  method: "post",
  path: "/webhooks/{id}/secret",
  permission,
  summary: "Read the secret that signs what a webhook sends",
  params: byId,
  output: WebhookSecret,
  fresh: true,
  idempotencyKey: false,
  errors: ["webhook.not_found", "webhook.secret_unreadable"],
});

export const rotateWebhookSecret = defineRoute({
  method: "post",
  path: "/webhooks/{id}/secret/rotate",
  permission,
  summary: "Give a webhook a new secret; the one before signs too for some hours",
  params: byId,
  body: z.strictObject({
    version: z.int().positive(),
    /** 0 ends the old secret at once. */
    overlapHours: z.int().min(0).max(168).default(24),
  }),
  output: Webhook,
  fresh: true,
  errors: ["webhook.not_found", "webhook.secret_unreadable", "conflict.version"],
});

export const testWebhook = defineRoute({
  method: "post",
  path: "/webhooks/{id}/test",
  permission,
  summary: "Send a webhook an event of type `webhook.test`",
  params: byId,
  output: z.strictObject({ id: MessageId }),
  status: 201,
  idempotencyKey: false,
  errors: ["webhook.not_found", "webhook.paused"],
});

export const listDeliveries = defineRoute({
  method: "get",
  path: "/webhooks/deliveries",
  permission,
  summary: "List what was sent or is to be sent, last first, filtered, page by page",
  query: z.strictObject({
    ...deliveryFilter,
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(Delivery), nextCursor: z.string().nullable() }),
  errors: ["webhook.cursor_invalid"],
});

export const readDelivery = defineRoute({
  method: "get",
  path: "/webhooks/deliveries/{id}",
  permission,
  summary: "Read one delivery with its body, headers and attempts",
  params: oneDelivery,
  output: DeliveryDetail,
  errors: ["webhook.delivery_not_found"],
});

export const replayDelivery = defineRoute({
  method: "post",
  path: "/webhooks/deliveries/{id}/replay",
  permission,
  summary: "Send a delivery again, under the same id, with the whole row of attempts before it",
  params: oneDelivery,
  output: Delivery,
  idempotencyKey: false,
  errors: ["webhook.delivery_not_found", "webhook.not_found", "webhook.paused"],
});

export const replayFailed = defineRoute({
  method: "post",
  path: "/webhooks/{id}/replay",
  permission,
  summary: "Send again everything that a webhook failed to get since an instant",
  params: byId,
  body: z.strictObject({ since: z.iso.datetime() }),
  output: z.strictObject({ replayed: z.int().nonnegative() }),
  idempotencyKey: false,
  errors: ["webhook.not_found", "webhook.paused"],
});
