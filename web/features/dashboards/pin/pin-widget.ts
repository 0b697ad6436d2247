import type { QueryClient } from "@tanstack/solid-query";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { withoutEnd } from "#domain/analytics/sql/read.ts";
import { atFoot } from "#domain/dashboards/arrange.ts";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import { tablesIn } from "#domain/dashboards/narrow.ts";
import { widgetsQuery } from "#web/features/dashboards/queries.ts";
import { bringTo } from "#web/features/sources/add-device-source.ts";
import { sourcesQuery } from "#web/features/sources/queries.ts";
import { api } from "#web/lib/api.ts";

/** Where a result stands: in a workspace, maybe on the way to a dashboard of it, or beside a file of this device that may be in none. */
export type PinPlace =
  | { workspaceId: string; dashboardId?: string | undefined }
  | { dataSet: DataSet };

/** What is pinned: an answer as it is drawn. */
export interface Pinned {
  title: string;
  sql: string;
  chart: ChartSpec | null;
}

/** What the person decided of it. `"new"` makes the workspace (of the file's name), or the dashboard. */
export interface PinChoice {
  workspaceId: string;
  dashboardId: string;
  /** Of a new dashboard. */
  dashboardTitle: string;
  title: string;
  kind: "chart" | "number" | "table";
}

/** A query that knows a table by another name than the workspace gave it. */
export function underName(sql: string, known: string, table: string): string {
  if (known.toLowerCase() === table.toLowerCase()) return sql;
  const [inside, outside] = [quoteIdentifier(known), quoteIdentifier(table)];
  return `WITH ${inside} AS NOT MATERIALIZED (SELECT * FROM ${outside})\nSELECT * FROM (\n${withoutEnd(sql)}\n)`;
}

/** The workspace of a result, where its file is a source from now on, and the SQL as that workspace reads it. */
async function settled(queries: QueryClient, place: PinPlace, sql: string, target: string) {
  if ("workspaceId" in place) return { workspaceId: place.workspaceId, sql };
  const address = await bringTo(queries, place.dataSet, target);
  const [, workspaceId = "", source = ""] = /\/w\/(\w+)\?source=(\w+)/.exec(address) ?? [];
  const sources = await queries.fetchQuery(sourcesQuery(workspaceId));
  const table = sources.find(({ id }) => id === source)?.table ?? place.dataSet.table;
  return { workspaceId, sql: underName(sql, place.dataSet.table, table) };
}

/**
 * Puts an answer on a dashboard at its foot, which is made first when it is new. Errors: those of `post /dashboards`, `post /widgets`
 * and, for a file that is in no workspace, `post /workspaces` and `post /data-sources`.
 * @returns the dashboard, the widget, and what takes both back.
 */
export async function pinWidget(
  queries: QueryClient,
  place: PinPlace,
  pinned: Pinned,
  choice: PinChoice,
): Promise<{ dashboard: DashboardView; widget: WidgetView; undo: () => Promise<void> }> {
  const { workspaceId, sql } = await settled(queries, place, pinned.sql, choice.workspaceId);
  const fresh = choice.dashboardId === "new";
  const dashboard = fresh
    ? await api("post /dashboards", { body: { workspaceId, title: choice.dashboardTitle } })
    : await api("get /dashboards/{id}", { params: { id: choice.dashboardId } });
  const [widgets, sources] = await Promise.all([
    fresh ? [] : queries.fetchQuery({ ...widgetsQuery(dashboard.id), staleTime: 0 }),
    queries.fetchQuery(sourcesQuery(workspaceId)),
  ]);
  const read = tablesIn(
    sql,
    sources.map(({ id, table }) => ({ id, name: table })),
  );
  const { kind, title } = choice;
  const widget = await api("post /widgets", {
    body: {
      dashboardId: dashboard.id,
      title,
      kind,
      sql,
      sourceIds: read.map(({ id }) => id).slice(0, 20),
      chart: kind === "table" && pinned.chart?.type !== "table" ? null : pinned.chart,
      layout: atFoot(widgets, kind === "number" ? { w: 3, h: 2 } : { w: 6, h: 5 }),
    },
  });
  const news = () => queries.invalidateQueries({ queryKey: ["dashboards"] });
  void news();
  return {
    dashboard,
    widget,
    undo: async () => {
      if (fresh) await api("delete /dashboards/{id}", { params: { id: dashboard.id } });
      else await api("delete /widgets/{id}", { params: { id: widget.id } });
      await news();
    },
  };
}
