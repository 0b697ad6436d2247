import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

// What gives access is not kept on the device.
const meta = { keep: false };

export const tokensQuery = () =>
  queryOptions({
    queryKey: ["tokens", "own"],
    queryFn: ({ signal }) => api("get /tokens", { signal }),
    meta,
  });

export const allTokensQuery = () =>
  queryOptions({
    queryKey: ["tokens", "all"],
    queryFn: ({ signal }) => api("get /organization/tokens", { signal }),
    meta,
  });

export const servicesQuery = () =>
  queryOptions({
    queryKey: ["tokens", "services"],
    queryFn: ({ signal }) => api("get /service-accounts", { signal }),
    meta,
  });
