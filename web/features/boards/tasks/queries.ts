import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Open tasks of one person on every board, those due first on top, page by page. */
export const myTasksQuery = (assignee: string) =>
  infiniteQueryOptions({
    queryKey: ["tasks", "mine", assignee],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      api("get /tasks", {
        query: { assignee, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What the person was told of last: mentions are among them. */
export const mentionsQuery = () =>
  queryOptions({
    queryKey: ["notifications", "mentions"],
    queryFn: ({ signal }) => api("get /notifications", { query: { limit: 100 }, signal }),
    select: ({ items }) => items.filter(({ kind }) => kind === "mention"),
  });

/** Tasks of a client on every board, open and done, those due first on top. */
export const clientTasksQuery = (client: string) =>
  queryOptions({
    queryKey: ["tasks", "client", client],
    queryFn: ({ signal }) =>
      api("get /tasks", { query: { client, state: "all", limit: 200 }, signal }),
  });
