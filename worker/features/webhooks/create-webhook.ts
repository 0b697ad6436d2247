import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { webhookEvent } from "#domain/webhooks/events.ts";
import type { Webhook, WebhookInput } from "#domain/webhooks/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { newWebhookSecret } from "#worker/platform/outbound/sign.ts";
import { sealFor } from "#worker/platform/secrets/tenant-secrets.ts";
import { insert } from "#worker/platform/writes.ts";
import { mustBeCallable, readKeys } from "./permit.ts";
import { readWebhooks } from "./queries.ts";
import { recordOf, viewOf } from "./record.ts";
import { webhookEndpoints, type WebhookRow } from "./schema.ts";
import { secretPlaces } from "./secrets.ts";

/** More would make each commit a crowd of calls. */
const MOST = 20;

/**
 * Makes a webhook with a secret of its own; it gets what is committed after it.
 * Errors: `permission.denied`, `webhook.url_refused`, `webhook.too_many`.
 */
export async function createWebhook(ctx: Ctx, input: WebhookInput): Promise<Webhook> {
  const [all, actor] = await Promise.all([readWebhooks(ctx), ctx.actor()]);
  mustBeCallable(ctx, input.url);
  const permissions = readKeys(actor, input.types);
  if (all.length >= MOST) return fail("webhook.too_many", { most: MOST });
  const id = newId("whk", ctx.clock.now());
  const now = isoNow(ctx.clock);
  const row: WebhookRow = {
    ...input,
    id,
    version: 1,
    permissions,
    state: "active",
    pausedReason: null,
    pausedAt: null,
    secret: await sealFor(ctx, secretPlaces(id).present, newWebhookSecret()),
    previousSecret: null,
    previousUntil: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  return commit(ctx, {
    writes: [insert(webhookEndpoints, row)],
    events: [webhookEvent("created", { before: null, after: recordOf(row) })],
    answer: viewOf(row, {
      lastAt: null,
      lastState: null,
      failingSince: null,
      waiting: 0,
      failed: 0,
    }),
  });
}
