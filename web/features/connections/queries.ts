import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

// How a firm's databases are reached is not kept on the device.
const meta = { keep: false };

export const connectionsQuery = () =>
  queryOptions({
    queryKey: ["connections", "list"],
    queryFn: ({ signal }) => api("get /connections", { signal }),
    meta,
  });

/** What a connection offers; a database that was never read is asked at once. */
export const catalogueQuery = (id: string) =>
  queryOptions({
    queryKey: ["connections", "catalogue", id],
    queryFn: async ({ signal }) => {
      const known = await api("get /connections/{id}/schema", { params: { id }, signal });
      if (known.readAt !== null) return known;
      return api("post /connections/{id}/schema", { params: { id }, signal, quiet: true });
    },
    // Asked again by the person, who is told why it failed.
    retry: false,
    meta,
  });
