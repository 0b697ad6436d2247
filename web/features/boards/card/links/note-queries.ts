import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Titles and days of some notes; those that were deleted are left out. Read anew when a note changes. */
export const namedNotesQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ["notes", "named", ids],
    queryFn: ({ signal }) =>
      api("get /notes", { query: { ids: ids.join(","), limit: 50 }, signal }),
    placeholderData: keepPreviousData,
  });

/** Notes by words, the latest without any: what is found is linked. */
export const foundNotesQuery = (q: string) =>
  queryOptions({
    queryKey: ["notes", "found", q],
    queryFn: ({ signal }) =>
      api("get /notes", { query: { ...(q ? { q } : {}), limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  });
