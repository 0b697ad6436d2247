import type { Webhook } from "#domain/webhooks/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readWebhooks } from "./queries.ts";
import { viewOf } from "./record.ts";
import type { WebhookRpc } from "./webhook-rpc.ts";

/** The organization's webhooks with how their deliveries go. */
export async function listWebhooks(ctx: Ctx): Promise<{ items: Webhook[] }> {
  const [rows, standings] = await Promise.all([
    readWebhooks(ctx),
    ctx.rooms.webhooks<WebhookRpc>().then((room) => room.standings(ctx.tenant)),
  ]);
  const none = { lastAt: null, lastState: null, failingSince: null, waiting: 0, failed: 0 };
  return { items: rows.map((row) => viewOf(row, standings[row.id] ?? none)) };
}
