import * as api from "#domain/webhooks/api.ts";
import { bind } from "#worker/platform/bind.ts";
import {
  deleteWebhook,
  pauseWebhook,
  resumeWebhook,
  rotateSecret,
  updateWebhook,
} from "./change-webhook.ts";
import { createWebhook } from "./create-webhook.ts";
import {
  listDeliveries,
  readDelivery,
  replayDelivery,
  replayFailed,
  testWebhook,
} from "./deliveries.ts";
import { listWebhooks } from "./list-webhooks.ts";
import { revealSecret } from "./secrets.ts";

/** Routes of webhooks. Fixed paths stand before `{id}`, which would match them too. */
export const webhookRoutes = [
  bind(api.listWebhooks, (ctx) => listWebhooks(ctx)),
  bind(api.createWebhook, (ctx, { body }) => createWebhook(ctx, body)),
  bind(api.listDeliveries, (ctx, { query }) => listDeliveries(ctx, query)),
  bind(api.readDelivery, (ctx, { params }) => readDelivery(ctx, params.id)),
  bind(api.replayDelivery, (ctx, { params }) => replayDelivery(ctx, params.id)),
  bind(api.updateWebhook, (ctx, { params, body }) => updateWebhook(ctx, { ...params, ...body })),
  bind(api.pauseWebhook, (ctx, { params, body }) => pauseWebhook(ctx, { ...params, ...body })),
  bind(api.resumeWebhook, (ctx, { params, body }) => resumeWebhook(ctx, { ...params, ...body })),
  bind(api.deleteWebhook, (ctx, { params }) => deleteWebhook(ctx, params.id)),
  bind(api.revealWebhookSecret, (ctx, { params }) => revealSecret(ctx, params.id)),
  bind(api.rotateWebhookSecret, (ctx, { params, body }) =>
    rotateSecret(ctx, { ...params, ...body }),
  ),
  bind(api.testWebhook, (ctx, { params }) => testWebhook(ctx, params.id)),
  bind(api.replayFailed, (ctx, { params, body }) => replayFailed(ctx, { ...params, ...body })),
];
