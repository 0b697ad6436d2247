import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

export const grantsQuery = () =>
  queryOptions({
    queryKey: ["support", "grants"],
    queryFn: ({ signal }) => api("get /support/grants", { signal }),
    meta: { keep: false },
  });
