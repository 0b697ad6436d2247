import { infiniteQueryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** What happened to a client, page by page, last first. */
export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["clients", "history", id],
    queryFn: ({ pageParam, signal }) =>
      api("get /clients/{id}/history", {
        params: { id },
        query: { limit: 30, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextBefore,
    meta: { keep: false },
  });
