import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** What is published of a dashboard, without the figures. */
export const publishedQuery = (id: string) =>
  queryOptions({
    queryKey: ["dashboards", "published", id],
    queryFn: ({ signal }) => api("get /dashboards/{id}/figures", { params: { id }, signal }),
  });

/** The public links of a dashboard that were not taken back. */
export const linksQuery = (id: string) =>
  queryOptions({
    queryKey: ["dashboards", "links", id],
    queryFn: async ({ signal }) =>
      (await api("get /dashboards/{id}/links", { params: { id }, signal })).items,
  });
