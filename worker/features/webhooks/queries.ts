import { and, desc, eq, isNull } from "drizzle-orm";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { webhookEndpoints, type WebhookRow } from "./schema.ts";

/** Webhooks that are not deleted, the newest first. */
export function readWebhooks(ctx: Ctx): Promise<WebhookRow[]> {
  return ctx.db
    .select()
    .from(webhookEndpoints)
    .where(isNull(webhookEndpoints.deletedAt))
    .orderBy(desc(webhookEndpoints.id));
}

/** One webhook that is not deleted. Error: `webhook.not_found`. */
export async function findWebhook(ctx: Ctx, id: string): Promise<WebhookRow> {
  const [row] = await ctx.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.deletedAt)));
  return row ?? fail("webhook.not_found");
}
