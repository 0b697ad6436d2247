import { useQueryClient } from "@tanstack/solid-query";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { onLive } from "#web/lib/live.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { sharedSourcesQuery } from "./queries.ts";
import { copiesOf, type SharedSource } from "./shared-copy.ts";

const may = () => session.can("analytics.read");

/** What of this device's files lies on the server too, live: nothing while nobody knows, and for whoever may not read sources. */
export function useSharedCopies(): (dataSet: DataSet) => SharedSource[] | undefined {
  const queries = useQueryClient();
  const query = useQuery(() => ({ ...sharedSourcesQuery, enabled: may() }));
  onLive("sources", () => void queries.invalidateQueries({ queryKey: ["sources"] }));
  return (dataSet) => {
    if (!may()) return [];
    return query.data && copiesOf(query.data, dataSet, session.me()?.person.id);
  };
}
