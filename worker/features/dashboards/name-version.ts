import { and, eq } from "drizzle-orm";
import { versionEvent, type VersionItem, type VersionView } from "#domain/dashboards/version.ts";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { put } from "#worker/platform/writes.ts";
import { dashboardKind } from "./kinds.ts";
import { dashboardVersions } from "./schema.ts";
import { itemOf } from "./versions.ts";

async function findVersion(ctx: Ctx, { id, version }: { id: string; version: string }) {
  const wanted = ctx.db
    .select()
    .from(dashboardVersions)
    .where(and(eq(dashboardVersions.id, version), eq(dashboardVersions.dashboardId, id)));
  const [dashboard, [found]] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    wanted,
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id });
  return found ?? fail("dashboard.version_not_found", { id: version });
}

/** A version with everything that it holds. Errors: `dashboard.not_found`, `dashboard.version_not_found`. */
export async function readVersion(
  ctx: Ctx,
  input: { id: string; version: string },
): Promise<VersionView> {
  const { changes: _changes, ...version } = await findVersion(ctx, input);
  return version;
}

/** Names a version, or takes its name away. Errors: `dashboard.not_found`, `dashboard.version_not_found`. */
export async function nameVersion(
  ctx: Ctx,
  { name, ...at }: { id: string; version: string; name: string },
): Promise<VersionItem> {
  const row = await findVersion(ctx, at);
  const after = { ...row, name };
  if (row.name === name) return itemOf(row);
  const told = ({ content, changes: _changes, ...rest }: typeof row) => ({
    ...rest,
    title: content.title,
  });
  return commit(ctx, {
    writes: [put(dashboardVersions, dashboardVersions.id, after)],
    events: [versionEvent("updated", { before: told(row), after: told(after) })],
    answer: itemOf(after),
  });
}
