import {
  useInfiniteQuery as useSuspendingInfiniteQuery,
  useQuery as useSuspendingQuery,
} from "@tanstack/solid-query";

/**
 * The library reads `data` through a resource of the page's Suspense. Where the data was there before the page, each read
 * again would take the whole page out of the document for a moment: its focus, its places and open editors with it. Here
 * `data` is read from the query's store, where it stands as well; while there is none yet it is undefined.
 */
function unsuspended<Query extends object>(query: Query): Query {
  return new Proxy(query, {
    get: (target, key): unknown =>
      key === "data"
        ? Object.getOwnPropertyDescriptor(target, key)?.get?.()
        : Reflect.get(target, key),
  });
}

/** A read of the server, shared by its key; never suspends the page. */
export const useQuery = ((...args: Parameters<typeof useSuspendingQuery>) =>
  unsuspended(useSuspendingQuery(...args))) as typeof useSuspendingQuery;

/** A read of the server page by page; never suspends the page. */
export const useInfiniteQuery = ((...args: Parameters<typeof useSuspendingInfiniteQuery>) =>
  unsuspended(useSuspendingInfiniteQuery(...args))) as typeof useSuspendingInfiniteQuery;
