import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Boards of the organization, oldest first. */
export const boardListQuery = () =>
  queryOptions({
    queryKey: ["boards", "list"],
    queryFn: ({ signal }) => api("get /boards", { query: { limit: 200 }, signal }),
  });

/** One board's name and state; its columns and cards are live. */
export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: ["boards", "one", id],
    queryFn: ({ signal }) => api("get /boards/{id}", { params: { id }, signal }),
  });

/** The members of the organization. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: ({ signal }) => api("get /members", { signal }),
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
