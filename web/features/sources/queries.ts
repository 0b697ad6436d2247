import { queryOptions } from "@tanstack/solid-query";
import type { SourceView } from "#domain/sources/model.ts";
import { api } from "#web/lib/api.ts";

/** Every source of a workspace, oldest first. */
export const sourcesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["sources", "workspace", workspaceId],
    queryFn: async ({ signal }) => {
      const all: SourceView[] = [];
      let cursor: string | null = null;
      do {
        const query: { workspace: string; limit: number; cursor?: string } = {
          workspace: workspaceId,
          limit: 100,
        };
        if (cursor !== null) query.cursor = cursor;
        const page: { items: SourceView[]; nextCursor: string | null } = await api(
          "get /data-sources",
          { query, signal },
        );
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all.toReversed();
    },
  });
