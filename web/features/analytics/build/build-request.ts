import { useLocation, useNavigate } from "@solidjs/router";
import { onMount } from "solid-js";
import { BuiltQuery } from "#domain/analytics/builder/model.ts";

/** What a page that opens the builder asks it to go on with, as the state of its address. */
export interface BuildRequest {
  query: BuiltQuery | undefined;
}

/** Tells once what the builder was opened for. Reloaded, or come back to, it goes on from its draft. */
export function onBuildRequest(take: (query: BuiltQuery) => void): void {
  const location = useLocation<BuildRequest>();
  const navigate = useNavigate();
  onMount(() => {
    const asked = BuiltQuery.safeParse(location.state?.query);
    if (!asked.success) return;
    take(asked.data);
    navigate(location.pathname + location.search, { replace: true, state: {} });
  });
}
