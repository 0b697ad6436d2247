import { queryOptions } from "@tanstack/solid-query";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { api } from "#web/lib/api.ts";

/** One dashboard without its widgets. */
export const dashboardQuery = (id: string) =>
  queryOptions({
    queryKey: ["dashboards", "one", id],
    queryFn: ({ signal }) => api("get /dashboards/{id}", { params: { id }, signal }),
  });

/** Every widget of a dashboard: at most forty, so one page. */
export const widgetsQuery = (dashboard: string) =>
  queryOptions({
    queryKey: ["dashboards", "widgets", dashboard],
    queryFn: async ({ signal }): Promise<readonly WidgetView[]> =>
      (await api("get /widgets", { query: { dashboard, limit: 100 }, signal })).items,
  });

/** How a dashboard was, newest first: a hundred at most. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["dashboards", "versions", id],
    queryFn: ({ signal }) => api("get /dashboards/{id}/versions", { params: { id }, signal }),
  });
