import { fail } from "#domain/errors.ts";
import { can, type Permission } from "#domain/permissions.ts";
import { cursorBefore, placeOf } from "#domain/webhooks/cursor.ts";
import type { Delivery, DeliveryDetail, DeliveryFilter } from "#domain/webhooks/deliveries.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findWebhook } from "./queries.ts";
import type { StoredDelivery, WebhookRpc } from "./webhook-rpc.ts";

interface Page {
  cursor?: string | undefined;
  limit: number;
}

const roomOf = (ctx: Ctx) => ctx.rooms.webhooks<WebhookRpc>();

/** What was sent or is to be sent, last first, page by page. Error: `webhook.cursor_invalid`. */
export async function listDeliveries(
  ctx: Ctx,
  { cursor, limit, ...filter }: DeliveryFilter & Page,
): Promise<{ items: Delivery[]; nextCursor: string | null }> {
  const before = placeOf(cursor);
  const found = await (await roomOf(ctx)).list(ctx.tenant, filter, before, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && found.length > limit ? cursorBefore(last.id) : null };
}

async function find(ctx: Ctx, id: string): Promise<StoredDelivery> {
  const found = await (await roomOf(ctx)).read(ctx.tenant, id);
  return found ?? fail("webhook.delivery_not_found");
}

/** One delivery. Its body only for whoever may read the event. Error: `webhook.delivery_not_found`. */
export async function readDelivery(ctx: Ctx, id: string): Promise<DeliveryDetail> {
  const [{ permission, body, ...shown }, actor] = await Promise.all([find(ctx, id), ctx.actor()]);
  // What arrives from the receiver may repeat what was sent.
  const reads = can(actor, permission as Permission);
  const log = reads ? shown.log : shown.log.map((one) => ({ ...one, answer: "" }));
  return { ...shown, log, body: reads ? body : null };
}

/** Errors: `webhook.not_found`, `webhook.paused`: nothing is sent to one that rests. */
async function mustBeActive(ctx: Ctx, webhook: string): Promise<void> {
  const { state } = await findWebhook(ctx, webhook);
  if (state === "paused") fail("webhook.paused");
}

/** Sends a delivery again. Errors: `webhook.delivery_not_found`, `webhook.not_found`, `webhook.paused`. */
export async function replayDelivery(ctx: Ctx, id: string): Promise<Delivery> {
  const found = await find(ctx, id);
  const { permission: _permission, body: _body, headers: _headers, log: _log, ...delivery } = found;
  await mustBeActive(ctx, delivery.webhookId);
  await (await roomOf(ctx)).replay(ctx.tenant, id);
  return { ...delivery, state: "waiting", nextAt: isoNow(ctx.clock) };
}

/** Sends again what failed since an instant. Errors: `webhook.not_found`, `webhook.paused`. */
export async function replayFailed(
  ctx: Ctx,
  { id, since }: { id: string; since: string },
): Promise<{ replayed: number }> {
  await mustBeActive(ctx, id);
  return { replayed: await (await roomOf(ctx)).replayFailed(ctx.tenant, id, since) };
}

/** Sends a test event. Errors: `webhook.not_found`, `webhook.paused`. */
export async function testWebhook(ctx: Ctx, id: string): Promise<{ id: string }> {
  const [actor] = await Promise.all([ctx.actor(), mustBeActive(ctx, id)]);
  const by = { id: ctx.userId, name: actor.name };
  return { id: await (await roomOf(ctx)).sendTest(ctx.tenant, id, by) };
}
