import { infiniteQueryOptions, queryOptions, type QueryClient } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Workspaces with what each holds, newest first, page by page. */
export const workspacesQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["workspaces", "list", q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam: cursor }) =>
      api("get /workspaces", {
        query: { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) },
        signal,
      }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** Reads anew what a workspace that goes or comes back takes with it: itself, and all that is listed of it anywhere. */
export async function refreshWorkspaces(queries: QueryClient): Promise<void> {
  await Promise.all(
    ["workspaces", "sources", "questions", "dashboards"].map((topic) =>
      queries.invalidateQueries({ queryKey: [topic] }),
    ),
  );
}

/** One workspace. */
export const workspaceQuery = (id: string) =>
  queryOptions({
    queryKey: ["workspaces", "one", id],
    queryFn: ({ signal }) => api("get /workspaces/{id}", { params: { id }, signal }),
  });

/** Dashboards of a workspace, newest first. */
export const workspaceDashboardsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["dashboards", "workspace", workspace],
    queryFn: ({ signal }) => api("get /dashboards", { query: { workspace, limit: 100 }, signal }),
  });

const NEWEST = 6;

/** The newest dashboards of all workspaces. */
export const newestDashboardsQuery = queryOptions({
  queryKey: ["dashboards", "newest"],
  queryFn: ({ signal }) => api("get /dashboards", { query: { limit: NEWEST }, signal }),
});

/** The newest saved questions of all workspaces. */
export const newestQuestionsQuery = queryOptions({
  queryKey: ["questions", "newest"],
  queryFn: ({ signal }) => api("get /questions", { query: { limit: NEWEST }, signal }),
});
