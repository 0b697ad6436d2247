import { fail } from "#domain/errors.ts";
import type { z } from "zod";
import type { WebhookSecret } from "#domain/webhooks/model.ts";
import { noteAccess } from "#worker/platform/audit/note-access.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { unsealFor } from "#worker/platform/secrets/tenant-secrets.ts";
import { findWebhook } from "./queries.ts";

const table = "webhook_endpoints";

/** Where the present secret of a webhook stands, and the one before it. */
export const secretPlaces = (id: string) => ({
  present: { table, row: id, column: "secret" },
  previous: { table, row: id, column: "previous_secret" },
});

/** The present secret of a webhook. Error: `webhook.secret_unreadable`. */
export async function openSecret(
  ctx: Ctx,
  row: { id: string; secret: string | null },
): Promise<string> {
  const opened = row.secret && (await unsealFor(ctx, secretPlaces(row.id).present, row.secret));
  return opened || fail("webhook.secret_unreadable");
}

/** Reads what signs, and notes who did. Errors: `webhook.not_found`, `webhook.secret_unreadable`. */
export async function revealSecret(ctx: Ctx, id: string): Promise<z.infer<typeof WebhookSecret>> {
  const [row] = await Promise.all([findWebhook(ctx, id), ctx.actor()]);
  const secret = await openSecret(ctx, row);
  const { previousSecret, previousUntil: until } = row;
  noteAccess(ctx, "webhook.secret_read", { webhookId: id });
  const stands = previousSecret !== null && until !== null && until > isoNow(ctx.clock);
  if (!stands) return { secret, previous: null };
  const before = await unsealFor(ctx, secretPlaces(id).previous, previousSecret);
  return { secret, previous: before === null ? null : { secret: before, until } };
}
