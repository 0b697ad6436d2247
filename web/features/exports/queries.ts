import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

export const exportsQuery = () =>
  queryOptions({
    queryKey: ["exports"],
    queryFn: ({ signal }) => api("get /exports", { signal }),
    meta: { keep: false },
    // Progress is told live; a page whose feed is away asks, as long as something runs.
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => item.state === "running") ? 10_000 : false,
  });
