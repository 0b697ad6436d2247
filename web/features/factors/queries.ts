import { queryOptions } from "@tanstack/solid-query";
import { api } from "#web/lib/api.ts";

export const factorsQuery = () =>
  queryOptions({
    queryKey: ["account", "factors"],
    queryFn: ({ signal }) => api("get /auth/factors", { signal }),
    meta: { keep: false },
  });

export const factorPolicyQuery = () =>
  queryOptions({
    queryKey: ["factor-policy"],
    queryFn: ({ signal }) => api("get /organization/second-factor", { signal }),
    meta: { keep: false },
  });
