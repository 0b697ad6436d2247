import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** The model of a workspace, or null where it has none yet. */
export const semanticQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["semantic", "workspace", workspace],
    queryFn: async ({ signal }) =>
      (await api("get /semantic-layers", { query: { workspace, limit: 1 }, signal })).items[0] ??
      null,
  });

/** Versions of a model, newest first. */
export const semanticVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["semantic", "versions", id],
    queryFn: ({ signal }) => api("get /semantic-layers/{id}/versions", { params: { id }, signal }),
  });

/** A model as one version had it: it never changes. */
export const semanticVersionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ["semantic", "version", id, version],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      api("get /semantic-layers/{id}/versions/{version}", {
        params: { id, version: String(version) },
        signal,
      }),
  });
