import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Boards of the organization, oldest first. */
export const boardListQuery = () =>
  queryOptions({
    queryKey: ["boards", "list"],
    queryFn: ({ signal }) => api("get /boards", { query: { limit: 200 }, signal }),
  });

/** Archived boards of the organization, oldest first. */
export const archivedBoardsQuery = () =>
  queryOptions({
    queryKey: ["boards", "archived"],
    queryFn: ({ signal }) =>
      api("get /boards", { query: { archived: "true", limit: 200 }, signal }),
  });

/** One board's name and state; its columns and cards are live. */
export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: ["boards", "one", id],
    queryFn: ({ signal }) => api("get /boards/{id}", { params: { id }, signal }),
  });

/** What a board can go back to, latest first. */
export const backupsQuery = (id: string) =>
  queryOptions({
    queryKey: ["boards", "backups", id],
    queryFn: ({ signal }) => api("get /boards/{id}/backups", { params: { id }, signal }),
    staleTime: 0,
  });

/** The members of the organization. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: ({ signal }) => api("get /members", { signal }),
  });

/** Comments of a card as the board's object has them. */
export const commentsQuery = (board: string, card: string) =>
  queryOptions({
    queryKey: ["tasks", "comments", board, card],
    queryFn: ({ signal }) =>
      api("get /boards/{id}/cards/{card}/comments", { params: { id: board, card }, signal }),
  });

/** What was done to a card, last first, page by page. */
export const cardHistoryQuery = (board: string, card: string) =>
  infiniteQueryOptions({
    queryKey: ["tasks", "history", board, card],
    queryFn: ({ pageParam, signal }) =>
      api("get /boards/{id}/cards/{card}/history", {
        params: { id: board, card },
        query: { limit: 50, ...(pageParam ? { before: pageParam } : {}) },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Clients as a card names them; more are found by typing. */
export const clientNamesQuery = (q: string) =>
  queryOptions({
    queryKey: ["clients", "names", q],
    queryFn: ({ signal }) =>
      api("get /clients", { query: q ? { q, limit: 50 } : { limit: 500 }, signal }),
  });

/** One client, for a card whose client is not among the first. */
export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ["clients", "one", id],
    queryFn: ({ signal }) => api("get /clients/{id}", { params: { id }, signal }),
  });
