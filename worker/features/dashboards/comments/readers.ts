import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** Those of these people who are members and may read analyses: whoever else is called by name hears nothing of it. */
export async function readersAmong(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await controlDb(ctx).all<{ id: string }>(
    `SELECT m.user_id AS id FROM memberships m
     JOIN role_permissions p ON p.role_id = m.role_id AND p.permission = 'analytics.read'
     WHERE m.organization_id = ? AND m.user_id IN (SELECT value FROM json_each(?))`,
    ctx.tenant.organizationId,
    JSON.stringify(ids),
  );
  return rows.map(({ id }) => id);
}
