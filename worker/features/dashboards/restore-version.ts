import { and, eq } from "drizzle-orm";
import { dashboardEvent, widgetEvent } from "#domain/dashboards/events.ts";
import type { DashboardView, WidgetRecord } from "#domain/dashboards/model.ts";
import type { VersionContent } from "#domain/dashboards/version.ts";
import type { DomainEvent } from "#domain/events.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { update, type Write } from "#worker/platform/writes.ts";
import { dashboardKind } from "./kinds.ts";
import { dashboards, dashboardVersions, widgets } from "./schema.ts";
import { contentOf, versionNow } from "./versions.ts";

type Row = WidgetRecord & { deletedAt: string | null };

/** What one widget needs to become what it was; nothing where it is so already. */
function turned(
  row: Row,
  was: VersionContent["widgets"][number] | undefined,
  now: string,
): { write: Write; event: DomainEvent } | null {
  const { deletedAt, ...before } = row;
  if (!was) {
    if (deletedAt !== null) return null;
    const set = { updatedAt: now, deletedAt: now };
    return {
      write: update(widgets, before, set),
      event: widgetEvent("deleted", { before, after: null }),
    };
  }
  const after: WidgetRecord = { ...before, ...was, updatedAt: now, version: before.version + 1 };
  const same = (Object.keys(was) as (keyof typeof was)[]).every(
    (field) => JSON.stringify(before[field]) === JSON.stringify(was[field]),
  );
  if (same && deletedAt === null) return null;
  const { id: _id, ...fields } = was;
  return {
    write: update(widgets, before, { ...fields, updatedAt: now, deletedAt: null }),
    event: widgetEvent(deletedAt === null ? "updated" : "restored", {
      before: deletedAt === null ? before : null,
      after,
    }),
  };
}

/**
 * Makes a dashboard what it was in a version, after what it is now has become a version itself, all in one commit.
 * Errors: `dashboard.not_found`, `dashboard.version_not_found`, `conflict.version`.
 */
export async function restoreVersion(
  ctx: Ctx,
  input: { id: string; version: string },
): Promise<DashboardView> {
  const wanted = ctx.db
    .select()
    .from(dashboardVersions)
    .where(
      and(eq(dashboardVersions.id, input.version), eq(dashboardVersions.dashboardId, input.id)),
    );
  const every = ctx.db.select().from(widgets).where(eq(widgets.dashboardId, input.id));
  const [before, [version], rows, actor] = await Promise.all([
    findRecord(ctx, dashboardKind, input.id),
    wanted,
    every,
    ctx.actor(),
  ]);
  if (!before) return fail("dashboard.not_found", { id: input.id });
  if (!version) return fail("dashboard.version_not_found", { id: input.version });
  const now = isoNow(ctx.clock);
  const { title, parameters, widgets: were } = version.content;
  const steps = rows.flatMap(
    (row) =>
      turned(
        row,
        were.find(({ id }) => id === row.id),
        now,
      ) ?? [],
  );
  const standing = rows.filter(({ deletedAt }) => deletedAt === null);
  const kept = await versionNow(ctx, before.id, contentOf(before, standing), actor.userId);
  const set = { title, parameters, updatedAt: now };
  const after = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [kept.write, update(dashboards, before, set), ...steps.map(({ write }) => write)],
    events: [
      kept.event,
      dashboardEvent("updated", { before, after }),
      ...steps.map(({ event }) => event),
    ],
    answer: dashboardKind.view(after, actor),
  });
}
