import { RAW, type Ctx } from "#worker/platform/context.ts";
import { log } from "#worker/platform/log.ts";
import { noteFirstUse } from "#worker/platform/support/first-use.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";

/** The same address under the same grant is one row within this time. */
const ONE_ROW_MS = 60_000;

/**
 * Notes, beside the answer, that the support opened a route: reading is sensitive when an outsider does it. `route` is its
 * name, `path` what was asked for. Does nothing for everybody else. What can't be written is a line of the log.
 */
export function noteSupport(ctx: Ctx, route: string, path: string): void {
  ctx.defer(
    write(ctx, route, path).catch((error: unknown) => {
      const { requestId, userId } = ctx;
      log("error", "support.not_noted", { requestId, userId, route, error: String(error) });
    }),
  );
}

async function write(ctx: Ctx, route: string, path: string): Promise<void> {
  const actor = await ctx.actor().catch(() => null);
  if (!actor?.support) return;
  const { support } = actor;
  if (!support.used) await noteFirstUse(ctx, actor.organization, support, actor.name);
  const now = ctx.clock.now();
  await tenantDatabase(ctx[RAW].env, ctx.tenant)
    .prepare(
      `INSERT INTO access_log (at, actor_id, actor_name, actor_kind, action, detail, request_id, address)
       SELECT ?1, ?2, ?3, 'person', 'support.opened', ?4, ?5, ?6 WHERE NOT EXISTS (
         SELECT 1 FROM access_log WHERE actor_id = ?2 AND action = 'support.opened' AND actor_name = ?3
           AND detail ->> '$.path' = ?7 AND at > ?8)`,
    )
    .bind(
      new Date(now).toISOString(),
      support.grantId,
      actor.name,
      JSON.stringify({ route, path }),
      ctx.requestId,
      ctx.address,
      path,
      new Date(now - ONE_ROW_MS).toISOString(),
    )
    .run();
}
