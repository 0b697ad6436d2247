import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/** Whether questions can be asked here, and what is left of the month. */
export const askStatusQuery = queryOptions({
  queryKey: ["asks", "status"],
  queryFn: ({ signal }) => api("get /ai/status", { signal }),
});
