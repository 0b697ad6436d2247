import { newId } from "#domain/ids.ts";
import { retryAfterMs } from "#domain/webhooks/retries.ts";
import { pauseByItself } from "#worker/features/webhooks/pause-by-itself.ts";
import { clockOf, isoNow } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { firstWebhook, readOutbox } from "#worker/platform/live/outbox-rows.ts";
import { log } from "#worker/platform/log.ts";
import { OutboundError } from "#worker/platform/outbound/outbound-error.ts";
import { postOutside } from "#worker/platform/outbound/post-outside.ts";
import { readReceiver } from "#worker/platform/outbound/receiver.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { WebhookDeps } from "./core.ts";
import type { Sql } from "./sql.ts";
import { webhookStore } from "./store.ts";

/** Open pages are told at most so often that the log has changed. */
const TELL_MS = 1_000;

/** Tells the open pages of those who manage webhooks that the log has changed: what gets lost is no loss. */
function teller(
  env: Env,
  tenant: () => TenantRef,
  defer: (work: Promise<unknown>) => void,
): () => void {
  let waiting = false;
  async function tell(): Promise<void> {
    await scheduler.wait(TELL_MS);
    waiting = false;
    const outbox = env.OUTBOX_ROOM.getByName(roomName(tenant(), "outbox"));
    const news = { topic: "webhooks", id: "deliveries", stage: "changed", done: 0, total: 0 };
    await outbox.tellProgress(tenant(), "webhooks.manage", news);
  }
  return () => {
    if (waiting) return;
    waiting = true;
    defer(tell().catch(() => undefined));
  };
}

/** The real world of the object: the organization's database, the network, the object's own storage. */
export function webhookDeps(
  env: Env,
  sql: Sql,
  tenant: () => TenantRef,
  defer: (work: Promise<unknown>) => void,
): WebhookDeps {
  const clock = clockOf(env);
  return {
    store: webhookStore(sql),
    organizationId: () => tenant().organizationId,
    now: () => clock.now(),
    random: () => Math.random(),
    newId: () => newId("msg", clock.now()),
    read: (seq, limit) => readOutbox(env, tenant(), seq, limit),
    start: () => firstWebhook(env, tenant()),
    receiver: (webhook) => readReceiver(env, tenant(), webhook, isoNow(clock)),
    async post(request) {
      try {
        const { status, headers, text } = await postOutside(env, request);
        const retryAfter = retryAfterMs(headers.get("retry-after"), clock.now());
        return { status, error: null, answer: text, retryAfter };
      } catch (error) {
        const reason = error instanceof OutboundError ? error.reason : "network";
        return { status: null, error: reason, answer: "", retryAfter: null };
      }
    },
    pause: (pausing) => pauseByItself(env, tenant(), pausing, defer),
    changed: teller(env, tenant, defer),
    failed: (what, error) => log("warn", "webhooks.failed", { what, error: String(error) }),
  };
}
