import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Saved questions of a workspace without their answers, newest first: a hundred at most. */
export const questionsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["questions", "workspace", workspace],
    queryFn: ({ signal }) => api("get /questions", { query: { workspace, limit: 100 }, signal }),
  });
