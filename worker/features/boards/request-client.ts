import { sha256 } from "#worker/platform/bytes.ts";
import { originOf } from "#worker/platform/audit/origin.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { can } from "#domain/permissions.ts";

/**
 * Who asks a board's object over REST. The idempotency key names a client of its own, so that a repeated request gets
 * the same answers; `fingerprint` says what it asked, and with another one it is refused.
 */
export async function requestClient(ctx: Ctx) {
  const { idempotency } = ctx;
  const actor = await ctx.actor();
  const name = idempotency ? `${ctx.userId} ${idempotency.key}` : ctx.requestId;
  return {
    client: `rest-${(await sha256(name)).slice(0, 40)}`,
    fingerprint: idempotency?.fingerprint ?? "",
    userId: ctx.userId,
    origin: originOf(ctx, actor),
    rights: { write: can(actor, "boards.write"), manage: can(actor, "boards.manage") },
  };
}
