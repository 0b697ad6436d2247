import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** The mails of a dashboard, with what became of the last ones. */
export const schedulesQuery = (id: string) =>
  queryOptions({
    queryKey: ["dashboards", "schedules", id],
    queryFn: async ({ signal }) =>
      (await api("get /dashboards/{id}/schedules", { params: { id }, signal })).items,
  });
