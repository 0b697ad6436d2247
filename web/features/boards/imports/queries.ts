import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Recent imports, newest first. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ["board-imports"],
    queryFn: ({ signal }) => api("get /board-imports", { signal }),
  });

/** The columns of a board that cards may go to. */
export const boardColumnsQuery = (id: string) =>
  queryOptions({
    queryKey: ["boards", "columns", id],
    queryFn: async ({ signal }) =>
      (await api("get /boards/{id}/cards", { params: { id }, signal })).columns,
  });
