import { BACKUP_DAYS } from "#domain/boards/backups-api.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { filesPrefix, tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { figuresFolder } from "./figures-file.ts";

/** As long as shared files: until then a dashboard that was taken out can come back with its links. */
const KEPT_DAYS = BACKUP_DAYS + 5;
const DAY = 24 * 60 * 60 * 1000;
/** Dashboards of one night. */
const MOST = 100;

const GONE = `SELECT f.id FROM dashboard_figures f JOIN dashboards d ON d.id = f.id
  LEFT JOIN workspaces w ON w.id = d.workspace_id
  WHERE coalesce(d.deleted_at, w.deleted_at) < ? LIMIT ${MOST}`;

/** What the night does about figures of dashboards that were taken out, alone or with their workspace: after 35 days they are forgotten. */
export async function forgetPublished(env: Env, clock: Clock, tenant: TenantRef): Promise<void> {
  const database = tenantDatabase(env, tenant);
  const before = new Date(clock.now() - KEPT_DAYS * DAY).toISOString();
  const { results } = await database.prepare(GONE).bind(before).all<{ id: string }>();
  for (const { id } of results) {
    const { objects } = await env.FILES.list({ prefix: filesPrefix(tenant) + figuresFolder(id) });
    await env.FILES.delete(objects.map(({ key }) => key));
    await database.prepare("DELETE FROM dashboard_figures WHERE id = ?").bind(id).run();
  }
  if (results.length > 0)
    log("info", "figures.forgotten", { ...tenant, forgotten: results.length });
}
