import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import type { EventGroup } from "#domain/identity/event-groups.ts";
import { api } from "#web/lib/api.ts";
import { steady } from "#web/lib/query.ts";

export const membersQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: ({ signal }) => api("get /members", { signal }),
    ...steady,
  });

export const rolesQuery = () =>
  queryOptions({
    queryKey: ["members", "roles"],
    queryFn: ({ signal }) => api("get /roles", { signal }),
    ...steady,
  });

export const divisionsQuery = () =>
  queryOptions({
    queryKey: ["members", "divisions"],
    queryFn: ({ signal }) => api("get /divisions", { signal }),
    ...steady,
  });

export const invitationsQuery = () =>
  queryOptions({
    queryKey: ["members", "invitations"],
    queryFn: ({ signal }) => api("get /invitations", { signal }),
    ...steady,
    // What gives access is not kept on the device.
    meta: { keep: false },
  });

export const sessionsQuery = () =>
  queryOptions({
    queryKey: ["account", "sessions"],
    queryFn: ({ signal }) => api("get /auth/sessions", { signal }),
    ...steady,
    // Whoever looks here wants to know how it is now.
    staleTime: 0,
    meta: { keep: false },
  });

export const authEventsQuery = (group: EventGroup | undefined) =>
  infiniteQueryOptions({
    queryKey: ["account", "events", group ?? "all"],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(group ? { group } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      return api("get /auth/events", { query, signal });
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    // Whoever looks here wants to know how it is now.
    staleTime: 0,
    meta: { keep: false },
  });
