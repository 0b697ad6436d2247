import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";
import { logQuery, type LogFilter, type LogTab } from "./address.ts";

const LIMIT = 50;
// What was done and read by whom stays off the device.
const meta = { keep: false };
/** What no event tells of is read again when it is opened, and while it is looked at. */
const unheard = { staleTime: 0, refetchInterval: 15_000 } as const;

/** The audit log of a filter, page by page, last first. */
export const auditQuery = (filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ["audit", "list", filter],
    queryFn: ({ pageParam, signal }) =>
      api("get /audit", {
        query: { ...logQuery(filter), limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    meta,
  });

/** The access log of a filter, page by page, last first. */
export const accessQuery = (filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ["audit", "access", filter],
    queryFn: ({ pageParam, signal }) =>
      api("get /audit/access", {
        query: { ...logQuery(filter), limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    ...unheard,
    meta,
  });

/** The sign-ins of the members, of a filter, page by page, last first. */
export const signInsQuery = (filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ["audit", "sign-ins", filter],
    queryFn: ({ pageParam, signal }) =>
      api("get /audit/sign-ins", {
        query: { ...logQuery(filter), limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    ...unheard,
    meta,
  });

/** The members, whose sign-ins are told. */
const signInPeopleQuery = () =>
  queryOptions({
    queryKey: ["audit", "sign-ins", "people"],
    queryFn: ({ signal }) => api("get /audit/sign-ins/people", { signal }),
    meta,
  });

/** Who has done something, also those who have left. */
const actorsQuery = () =>
  queryOptions({
    queryKey: ["audit", "actors"],
    queryFn: ({ signal }) => api("get /audit/actors", { signal }),
    meta,
  });

/** Whose rows there are in a log. */
export const peopleQuery = (tab: LogTab) =>
  tab === "sign-ins" ? signInPeopleQuery() : actorsQuery();

/** What records are called, by id. */
export const namesQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ["audit", "names", ids],
    queryFn: ({ signal }) => api("get /audit/names", { query: { ids: ids.join() }, signal }),
    enabled: ids.length > 0,
    meta,
  });

/** How long the logs are kept. */
export const retentionQuery = () =>
  queryOptions({
    queryKey: ["audit", "retention"],
    queryFn: ({ signal }) => api("get /audit/retention", { signal }),
    meta,
  });
