import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

/**
 * What gives access is not kept on the device. A record that is still there stays the same object when it is read again: a
 * dialog that stands in its row stays open, with what was typed and the token that is shown once.
 */
const options = { meta: { keep: false }, reconcile: "id" };

export const tokensQuery = () =>
  queryOptions({
    queryKey: ["tokens", "own"],
    queryFn: ({ signal }) => api("get /tokens", { signal }),
    ...options,
  });

export const allTokensQuery = () =>
  queryOptions({
    queryKey: ["tokens", "all"],
    queryFn: ({ signal }) => api("get /organization/tokens", { signal }),
    ...options,
  });

export const servicesQuery = () =>
  queryOptions({
    queryKey: ["tokens", "services"],
    queryFn: ({ signal }) => api("get /service-accounts", { signal }),
    ...options,
  });
