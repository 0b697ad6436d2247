import type { DeliveryState } from "#domain/webhooks/model.ts";
import { GIVE_UP_DAYS, retryDelay } from "#domain/webhooks/retries.ts";
import type { Due, Outcome, WebhookDeps } from "./core.ts";
import { signedHeaders } from "#worker/platform/outbound/sign.ts";

const DAY = 24 * 60 * 60 * 1000;
/** A webhook that can't be tried for a reason of ours is looked at again after this. */
const HOLD_MS = 15_000;
const GONE = 410;
const SIGNATURE = "webhook-signature";

const arrived = ({ status }: Outcome) => status !== null && status >= 200 && status < 300;

function verdictOf(
  deps: WebhookDeps,
  { tries }: Due,
  outcome: Outcome,
): { state: DeliveryState; nextAt: number | null } {
  if (arrived(outcome)) return { state: "delivered", nextAt: null };
  if (outcome.status === GONE) return { state: "failed", nextAt: null };
  const delay = retryDelay(tries + 1, deps.random(), outcome.retryAfter);
  if (delay === null) return { state: "failed", nextAt: null };
  return { state: "waiting", nextAt: deps.now() + delay };
}

async function send(
  deps: WebhookDeps,
  due: Due,
  url: string,
  secrets: readonly string[] | null,
): Promise<Outcome> {
  const at = deps.now();
  if (!secrets) {
    const none = { status: null, answer: "", retryAfter: null, headers: {} };
    return { at, duration: 0, error: "secret", ...none };
  }
  const headers = await signedHeaders(secrets, { id: due.id, body: due.body, now: at });
  const answer = await deps.post({ url, headers, body: due.body });
  const { [SIGNATURE]: _signature, ...kept } = headers;
  return { at, duration: Math.max(0, deps.now() - at), headers: kept, ...answer };
}

/** A receiver that said it is gone, or at which nothing arrived for days, gets nothing any more. */
function judgeWebhook(deps: WebhookDeps, webhook: string, outcome: Outcome): void {
  const since = deps.store.failingSince(webhook);
  const late = since !== null && deps.now() - since >= GIVE_UP_DAYS * DAY;
  if (outcome.status !== GONE && !late) return;
  const reason = outcome.status === GONE ? "gone" : "failing";
  deps.store.setPausing({ id: webhook, reason, key: deps.newId() });
}

/**
 * Tries what is due of one webhook, one delivery. Sent first and noted then: cut off between the two it is sent again,
 * under the same id. Who receives, and whether at all, is asked of the database each time.
 */
export async function attempt(deps: WebhookDeps, webhook: string): Promise<void> {
  const { store } = deps;
  const due = store.due(webhook, deps.now());
  if (!due) return;
  const receiver = await deps.receiver(webhook);
  if (!receiver) store.giveUp(webhook, deps.now());
  else if (!receiver.active) store.hold(webhook, deps.now() + HOLD_MS);
  else {
    const outcome = await send(deps, due, receiver.url, receiver.secrets);
    store.record(webhook, due, outcome, verdictOf(deps, due, outcome));
    if (!arrived(outcome)) judgeWebhook(deps, webhook, outcome);
  }
  deps.changed();
}

/** Pauses what is to be paused. What can't be written now is tried again. */
export async function settlePauses(deps: WebhookDeps): Promise<void> {
  for (const pausing of deps.store.pausing(deps.now())) {
    try {
      await deps.pause(pausing);
      deps.store.settlePausing(pausing.id, null);
    } catch (error) {
      deps.failed("pause", error);
      deps.store.settlePausing(pausing.id, deps.now() + HOLD_MS);
    }
  }
}
