import { infiniteQueryOptions, keepPreviousData } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Which cards off the board: archived ones, or deleted ones. */
export type OffState = "archived" | "deleted";

/** A board's archived or deleted cards that hold some words, page by page. */
export const offBoardQuery = (board: string, state: OffState, q: string) =>
  infiniteQueryOptions({
    queryKey: ["boards", "off", board, state, q],
    queryFn: ({ pageParam, signal }) =>
      api("get /boards/{id}/archive", {
        params: { id: board },
        query: { state, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    placeholderData: keepPreviousData,
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });
