import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import type { DeliveryState } from "#domain/webhooks/model.ts";
import { api } from "#web/lib/api.ts";

/** What narrows the log, as it stands in the address. */
export interface LogFilter {
  webhook?: string | undefined;
  state?: DeliveryState | undefined;
  type?: string | undefined;
}

// Where data leaves the house, and what left, is not kept on the device.
const meta = { keep: false };
const LIMIT = 30;

export const webhooksQuery = () =>
  queryOptions({
    queryKey: ["webhooks", "list"],
    queryFn: ({ signal }) => api("get /webhooks", { signal }),
    meta,
  });

/** The log, page by page, last first. */
export const deliveriesQuery = (filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ["webhooks", "deliveries", filter],
    queryFn: ({ pageParam, signal }) =>
      api("get /webhooks/deliveries", {
        query: { ...filter, limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    meta,
  });

/** One delivery with its attempts. */
export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ["webhooks", "delivery", id],
    queryFn: ({ signal }) => api("get /webhooks/deliveries/{id}", { params: { id }, signal }),
    meta,
  });
