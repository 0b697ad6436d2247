import { queryOptions } from "@tanstack/solid-query";
import type { SourceView } from "#domain/sources/model.ts";
import { api } from "#web/lib/api.ts";
import { everyPage } from "#web/lib/every-page.ts";
import type { SharedSource } from "./shared-copy.ts";

/** Every shared file of the organization, in whatever workspace. */
export const sharedSourcesQuery = queryOptions({
  queryKey: ["sources", "shared"],
  queryFn: async ({ signal }): Promise<SharedSource[]> => {
    const all = await everyPage((next) => api("get /data-sources", { query: next, signal }));
    return all.filter((source): source is SharedSource => source.kind === "shared");
  },
});

/** Every source of a workspace, oldest first. */
export const sourcesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["sources", "workspace", workspace],
    queryFn: async ({ signal }): Promise<SourceView[]> => {
      const all = await everyPage((next) =>
        api("get /data-sources", { query: { workspace, ...next }, signal }),
      );
      return all.toReversed();
    },
  });
