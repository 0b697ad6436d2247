import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";
import { steady } from "#web/lib/query.ts";

/**
 * What gives access is not kept on the device. A dialog that stands in a token's row stays open, with what was typed and
 * the token that is shown once.
 */
const options = { meta: { keep: false }, ...steady };

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
