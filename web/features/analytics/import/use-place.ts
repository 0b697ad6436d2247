import { useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useToasts } from "#web/ui/toast-store.ts";

/** Where a file came from and goes to: on its own, or to the workspace that the address names. */
export function usePlace() {
  const [search] = useSearchParams<{ workspace?: string }>();
  const queries = useQueryClient();
  const toasts = useToasts();
  const say = useProblemText();
  return {
    /** Where the file is shown; a workspace is told of it first. One that can't be leaves it on its own. */
    async of(dataSet: DataSet): Promise<string> {
      const { workspace } = search;
      if (!workspace) return `/analytics/${dataSet.id}`;
      try {
        const { bringTo } = await import("#web/features/sources/add-device-source.ts");
        return await bringTo(queries, dataSet, workspace);
      } catch (error) {
        toasts.show({ text: say(error), tone: "bad" });
        return `/analytics/${dataSet.id}`;
      }
    },
    /** Where giving up leads. */
    back: (): string =>
      search.workspace?.startsWith("wsp_") ? `/analytics/w/${search.workspace}` : "/analytics",
  };
}
