import { ONE_ROW_WITHIN, type AccessAction } from "#domain/audit/access.ts";
import { auditActor } from "./audit-actor.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { log } from "#worker/platform/log.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";

/**
 * Notes, beside the answer, that somebody read what is sensitive, and what exactly was asked for. What can't be written
 * is a line of the log with the request's id.
 */
export function noteAccess(ctx: Ctx, action: AccessAction, detail: object): void {
  ctx.defer(
    write(ctx, action, detail).catch((error: unknown) => {
      const { requestId, userId } = ctx;
      log("error", "access.not_noted", { requestId, userId, action, error: String(error) });
    }),
  );
}

async function write(ctx: Ctx, action: AccessAction, detail: object): Promise<void> {
  const actor = await ctx.actor();
  const by = auditActor(ctx.userId, actor);
  const now = ctx.clock.now();
  const since = new Date(now - ONE_ROW_WITHIN[action]).toISOString();
  // Not the request's own handle: what runs beside the answer is none of its round trips.
  await tenantDatabase(ctx[RAW].env, ctx.tenant)
    .prepare(
      `INSERT INTO access_log (at, actor_id, actor_name, actor_kind, action, detail, request_id, address)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (
         SELECT 1 FROM access_log WHERE actor_id = ?2 AND actor_kind = ?4 AND action = ?5 AND at > ?9 AND address IS ?8)`,
    )
    .bind(
      new Date(now).toISOString(),
      by.id,
      by.name,
      by.kind,
      action,
      JSON.stringify(detail),
      ctx.requestId,
      ctx.address,
      since,
    )
    .run();
}
