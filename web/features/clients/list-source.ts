import { useQueryClient } from "@tanstack/solid-query";
import { onCleanup } from "solid-js";
import { api } from "#web/lib/api.ts";
import { createClientList, type ClientPage, type ListParams } from "./client-list.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { listQuery } from "./view-state.ts";

/** The key under which the first page of a list is kept on the device. */
function keyOf(params: ListParams) {
  return ["clients", "list", listQuery(params.filter, params.order)];
}

/** The list of clients over the API. Its first page is kept for the next visit; `onStale` asks to read it again. */
export function createListSource(onStale: () => void) {
  const queries = useQueryClient();
  const list = createClientList({
    fetch: (params, page, signal) =>
      api("get /clients", {
        query: { ...listQuery(params.filter, params.order), ...page, today: calendarDate() },
        signal,
      }),
    copy: (params) => queries.getQueryData<ClientPage>(keyOf(params)),
    keep: (params, page) => void queries.setQueryData(keyOf(params), page),
  });
  // After a gap that events can't fill, the feed invalidates everything that was read.
  const stop = queries.getQueryCache().subscribe((event) => {
    const [feature, kind] = event.query.queryKey;
    const invalidated = event.type === "updated" && event.action.type === "invalidate";
    if (invalidated && feature === "clients" && kind === "list") queueMicrotask(onStale);
  });
  onCleanup(() => {
    stop();
    list.close();
  });
  return list;
}
