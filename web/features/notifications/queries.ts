import { infiniteQueryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** What this person was told of, last first, page by page, with how many are unread in all. */
export const noticesQuery = () =>
  infiniteQueryOptions({
    queryKey: ["notifications", "list"],
    queryFn: ({ pageParam, signal }) =>
      api("get /notifications", {
        query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
