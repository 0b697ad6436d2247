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
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { WebhookDeps } from "./core.ts";
import type { Sql } from "./sql.ts";
import { webhookStore } from "./store.ts";

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
    changed: () => undefined,
    failed: (what, error) => log("warn", "webhooks.failed", { what, error: String(error) }),
  };
}
