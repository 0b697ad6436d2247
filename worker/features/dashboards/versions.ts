import { and, desc, eq, isNull } from "drizzle-orm";
import { newId } from "#domain/ids.ts";
import type { DashboardRecord, WidgetRecord } from "#domain/dashboards/model.ts";
import {
  versionEvent,
  type VersionContent,
  type VersionItem,
  type VersionRecord,
} from "#domain/dashboards/version.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { insert } from "#worker/platform/writes.ts";
import { changesOf } from "./changes-of.ts";
import { dashboardKind, widgetKind } from "./kinds.ts";
import { dashboardVersions, widgets } from "./schema.ts";

const MOST_LISTED = 100;

/** A version as lists show it. */
export function itemOf(version: VersionRecord): VersionItem {
  const { id, dashboardId, name, createdBy, createdAt, content } = version;
  const rest = { id, dashboardId, name, createdBy, createdAt };
  const named = content.widgets.map((one) => ({ id: one.id, title: one.title }));
  return { ...rest, title: content.title, widgets: named };
}

/** What a dashboard and its widgets are, as a version holds it. */
export function contentOf(
  { title, parameters }: DashboardRecord,
  all: readonly WidgetRecord[],
): VersionContent {
  return {
    title,
    parameters,
    widgets: all
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map(({ id, title: name, kind, sql, text, sourceIds, chart, layout }) => ({
        id,
        title: name,
        kind,
        sql,
        text,
        sourceIds,
        chart,
        layout,
      })),
  };
}

/** The version of this moment: what is written of it, and its event. */
export async function versionNow(
  ctx: Ctx,
  dashboardId: string,
  content: VersionContent,
  userId: string,
) {
  const record: VersionRecord = {
    id: newId("dvr", ctx.clock.now()),
    dashboardId,
    content,
    name: "",
    createdBy: userId,
    createdAt: isoNow(ctx.clock),
  };
  const { content: _content, ...told } = record;
  const after = { ...told, title: content.title };
  return {
    record,
    write: insert(dashboardVersions, { ...record, changes: await changesOf(ctx, dashboardId) }),
    event: versionEvent("kept", { before: null, after }),
  };
}

/** The versions of a dashboard, newest first: a hundred at most. */
export function lastVersions(ctx: Ctx, dashboardId: string, limit = MOST_LISTED) {
  return ctx.db
    .select()
    .from(dashboardVersions)
    .where(eq(dashboardVersions.dashboardId, dashboardId))
    .orderBy(desc(dashboardVersions.id))
    .limit(limit);
}

/** The versions of a dashboard, newest first. Error: `dashboard.not_found`. */
export async function listVersions(ctx: Ctx, { id }: { id: string }) {
  const [dashboard, rows] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    lastVersions(ctx, id),
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id });
  return { items: rows.map(itemOf) };
}

/** Keeps a dashboard as it is now. What the last version holds already is answered without a write. Error: `dashboard.not_found`. */
export async function keepVersion(ctx: Ctx, { id }: { id: string }): Promise<VersionItem> {
  const standing = ctx.db
    .select(widgetKind.columns)
    .from(widgets)
    .where(and(eq(widgets.dashboardId, id), isNull(widgets.deletedAt)));
  const [dashboard, all, [last], actor] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    standing,
    lastVersions(ctx, id, 1),
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id });
  const content = contentOf(dashboard, all as unknown as WidgetRecord[]);
  if (last && JSON.stringify(last.content) === JSON.stringify(content)) return itemOf(last);
  const { record, write, event } = await versionNow(ctx, id, content, actor.userId);
  return commit(ctx, { writes: [write], events: [event], answer: itemOf(record) });
}
