import { fail } from "#domain/errors.ts";
import { webhookEvent } from "#domain/webhooks/events.ts";
import type { Webhook, WebhookChanges } from "#domain/webhooks/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { sealFor } from "#worker/platform/secrets/tenant-secrets.ts";
import { newWebhookSecret } from "#worker/platform/outbound/sign.ts";
import { update } from "#worker/platform/writes.ts";
import { mustBeCallable, mustHold, readKeys } from "./permit.ts";
import { findWebhook } from "./queries.ts";
import { recordOf, viewOf } from "./record.ts";
import { webhookEndpoints, type WebhookRow } from "./schema.ts";
import { openSecret, secretPlaces } from "./secrets.ts";

const HOUR = 60 * 60 * 1000;

interface At {
  id: string;
  version: number;
}

type Action = "updated" | "paused" | "resumed" | "secret_rotated";

/** Writes a change of a webhook over the version that its author saw. Error: `conflict.version`. */
async function put(
  ctx: Ctx,
  { before, version }: { before: WebhookRow; version: number },
  action: Action,
  set: Partial<WebhookRow>,
): Promise<Webhook> {
  const current = async () => viewOf(await findWebhook(ctx, before.id), null);
  if (before.version !== version) return fail("conflict.version", { current: await current() });
  const changed = { ...set, updatedAt: isoNow(ctx.clock) };
  const after = { ...before, ...changed, version: version + 1 };
  const change = { before: recordOf(before), after: recordOf(after) };
  return commit(ctx, {
    writes: [update(webhookEndpoints, { id: before.id, version }, changed)],
    events: [webhookEvent(action, change)],
    answer: viewOf(after, null),
    current,
  });
}

/**
 * Changes a webhook. Where it goes or what it sends changes, it reads by the keys of whoever changes it.
 * What is already so is answered without a write.
 * Errors: `webhook.not_found`, `webhook.url_refused`, `permission.denied`, `conflict.version`.
 */
export async function updateWebhook(
  ctx: Ctx,
  input: At & { changes: WebhookChanges },
): Promise<Webhook> {
  const { id, version, changes } = input;
  const [before, actor] = await Promise.all([findWebhook(ctx, id), ctx.actor()]);
  if (changes.url !== undefined) mustBeCallable(ctx, changes.url);
  const moved = changes.url !== undefined || changes.types !== undefined;
  const types = changes.types ?? before.types;
  const permissions = moved ? readKeys(actor, types) : before.permissions;
  const set = {
    url: changes.url ?? before.url,
    description: changes.description ?? before.description,
    types,
    permissions,
  };
  if (JSON.stringify({ ...before, ...set }) === JSON.stringify(before)) return viewOf(before, null);
  return put(ctx, { before, version }, "updated", set);
}

/** Pauses a webhook; one that rests already is answered as it is. Errors: `webhook.not_found`, `conflict.version`. */
export async function pauseWebhook(ctx: Ctx, { id, version }: At): Promise<Webhook> {
  const before = await findWebhook(ctx, id);
  if (before.state === "paused") return viewOf(before, null);
  const rest = { state: "paused", pausedReason: "person", pausedAt: isoNow(ctx.clock) } as const;
  return put(ctx, { before, version }, "paused", rest);
}

/**
 * Lets a webhook go on. Who does it vouches for what is sent, as who made it.
 * Errors: `webhook.not_found`, `permission.denied`, `conflict.version`.
 */
export async function resumeWebhook(ctx: Ctx, { id, version }: At): Promise<Webhook> {
  const [before, actor] = await Promise.all([findWebhook(ctx, id), ctx.actor()]);
  if (before.state === "active") return viewOf(before, null);
  mustHold(actor, before.permissions);
  const go = { state: "active", pausedReason: null, pausedAt: null } as const;
  return put(ctx, { before, version }, "resumed", go);
}

/**
 * Gives a webhook a new secret. The one before signs beside it for some hours, so that a receiver can change over.
 * Errors: `webhook.not_found`, `webhook.secret_unreadable`, `conflict.version`.
 */
export async function rotateSecret(
  ctx: Ctx,
  { id, version, overlapHours }: At & { overlapHours: number },
): Promise<Webhook> {
  const [before] = await Promise.all([findWebhook(ctx, id), ctx.actor()]);
  const places = secretPlaces(id);
  const keeps = overlapHours > 0;
  const old = keeps ? await openSecret(ctx, before) : "";
  const until = new Date(ctx.clock.now() + overlapHours * HOUR).toISOString();
  return put(ctx, { before, version }, "secret_rotated", {
    secret: await sealFor(ctx, places.present, newWebhookSecret()),
    previousSecret: keeps ? await sealFor(ctx, places.previous, old) : null,
    previousUntil: keeps ? until : null,
  });
}

/** Deletes a webhook with its secrets. Errors: `webhook.not_found`, `conflict.version`. */
export async function deleteWebhook(ctx: Ctx, id: string): Promise<undefined> {
  const before = await findWebhook(ctx, id);
  const gone = { deletedAt: isoNow(ctx.clock), secret: null, previousSecret: null };
  await commit(ctx, {
    writes: [update(webhookEndpoints, { id, version: before.version }, gone)],
    events: [webhookEvent("deleted", { before: recordOf(before), after: null })],
    answer: null,
  });
  return undefined;
}
