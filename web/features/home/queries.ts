import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** What the home page reads. Each list counts itself: no figure here is stored anywhere. */
export const activeClientsQuery = () =>
  queryOptions({
    queryKey: ["clients", "home"],
    queryFn: ({ signal }) => api("get /clients", { query: { status: "client", limit: 1 }, signal }),
  });

export const boardsQuery = () =>
  queryOptions({
    queryKey: ["boards", "home"],
    queryFn: ({ signal }) => api("get /boards", { query: { limit: 200 }, signal }),
  });

export const tasksQuery = (assignee: string) =>
  queryOptions({
    queryKey: ["boards", "tasks", assignee],
    queryFn: ({ signal }) => api("get /tasks", { query: { assignee, limit: 200 }, signal }),
  });

export const peopleQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: ({ signal }) => api("get /members", { signal }),
  });
