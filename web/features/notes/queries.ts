import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** What a list of notes is narrowed by; undefined asks for nothing. */
export interface NoteFilter {
  q: string | undefined;
  client: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** Notes without their texts, latest meeting first, page by page. */
export const noteListQuery = (filter: NoteFilter) =>
  infiniteQueryOptions({
    queryKey: ["notes", "list", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam: cursor }) => {
      const given = Object.entries({ ...filter, cursor }).filter(([, value]) => value);
      return api("get /notes", { query: Object.fromEntries(given), signal });
    },
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** One note with its text. */
export const noteQuery = (id: string) =>
  queryOptions({
    queryKey: ["notes", "one", id],
    queryFn: ({ signal }) => api("get /notes/{id}", { params: { id }, signal }),
  });

/** Cards of every board that name a note, those due first on top. */
export const noteTasksQuery = (note: string) =>
  queryOptions({
    queryKey: ["tasks", "note", note],
    queryFn: ({ signal }) =>
      api("get /tasks", { query: { note, state: "all", limit: 200 }, signal }),
  });

/** Cards of every board by words. */
export const foundTasksQuery = (q: string) =>
  queryOptions({
    queryKey: ["tasks", "found", q],
    queryFn: ({ signal }) => api("get /tasks", { query: { q, state: "all", limit: 20 }, signal }),
  });
