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
    get(target, key): unknown {
      if (key !== "data") return Reflect.get(target, key);
      // Without data the store has no such key: asking whether it has is what hears of the first answer.
      if (!(key in target)) return undefined;
      return Object.getOwnPropertyDescriptor(target, key)?.get?.();
    },
  });
}

/**
 * With this option a record that is still there stays the same object when it is read again, down to the records within it:
 * what has the focus or is open in its row, or in its column, stays so. For reads whose key never changes where they are
 * used, since the old answer is written over; rows alone stay with `EachById` as well, and are handed on as they were.
 */
export const steady = { reconcile: "id" };

/** A read of the server, shared by its key; never suspends the page. */
export const useQuery = ((...args: Parameters<typeof useSuspendingQuery>) =>
  unsuspended(useSuspendingQuery(...args))) as typeof useSuspendingQuery;

/** A read of the server page by page; never suspends the page. */
export const useInfiniteQuery = ((...args: Parameters<typeof useSuspendingInfiniteQuery>) =>
  unsuspended(useSuspendingInfiniteQuery(...args))) as typeof useSuspendingInfiniteQuery;
