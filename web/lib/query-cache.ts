import {
  dehydrate,
  hydrate,
  QueryClient,
  type DehydratedState,
  type Query,
} from "@tanstack/solid-query";
import { isPassing } from "./api-problem.ts";

const DAY_MS = 86_400_000;
const KEEP_MS = 7 * DAY_MS;
const WRITE_EVERY_MS = 1_000;
/** Raised when what is cached changes shape, so that an older copy is not read. */
const VERSION = 3;

interface Copy {
  version: number;
  at: number;
  /** The last live event that the reads know of. */
  seq: number | null;
  state: DehydratedState;
}

/** Where the copy lives: `kept` in the page, a Map in tests. */
export interface CopyStore {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<unknown>;
}

/**
 * Reads go through this client. Data is fresh for 30 s and live events refresh it before; a read is tried again
 * twice when the network or the server is away, never when the server has refused it.
 */
export function createQueries(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: DAY_MS,
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (failures) => 400 * 3 ** failures,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  readAfterNews(client);
  return client;
}

/**
 * What a live event tells during a read's first answer may be missing in that answer. The library starts such a read again
 * only where it had data before, so the first answer is followed by another read.
 */
function readAfterNews(client: QueryClient): void {
  const outdated = new WeakSet<Query>();
  client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { query, action } = event;
    if (action.type === "invalidate" && query.state.data === undefined) {
      if (query.state.fetchStatus !== "idle") outdated.add(query);
    } else if (action.type === "success" && outdated.delete(query)) {
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    } else if (action.type === "error") outdated.delete(query);
  });
}

const isWanting = (query: Query) => query.state.status === "error" || query.isStale();

/**
 * Asks again for what the page shows and could not read, or read a while ago. The library does so itself only where it saw the network go
 * away: a page that was opened without one never did.
 */
export function readAgain(client: QueryClient): void {
  void client.refetchQueries({ type: "active", predicate: isWanting }, { cancelRefetch: false });
}

/**
 * Puts the last copy of this person and organization into the client. A copy that can't be read is as none.
 * @returns the last live event that the copy knows of.
 */
export async function restoreCopy(
  client: QueryClient,
  store: CopyStore,
  key: string,
  now: number,
): Promise<number | null> {
  const copy = (await store.read(key).catch(() => undefined)) as Copy | undefined;
  if (!copy || copy.version !== VERSION || now - copy.at > KEEP_MS) return null;
  hydrate(client, copy.state);
  return copy.seq;
}

/**
 * Writes the client's successful reads to the store, at most once a second. `meta: { keep: false }` opts out.
 * @param seq the last live event that has reached the reads.
 */
export function keepCopy(
  client: QueryClient,
  store: CopyStore,
  key: string,
  seq: () => number | null,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    const state = dehydrate(client, {
      shouldDehydrateMutation: () => false,
      shouldDehydrateQuery: (query) =>
        query.state.status === "success" && query.meta?.["keep"] !== false,
    });
    const copy: Copy = { version: VERSION, at: Date.now(), seq: seq(), state };
    // A full or forbidden store costs the offline copy and nothing else.
    store.write(key, copy).catch(() => undefined);
  };
  const stop = client.getQueryCache().subscribe((event) => {
    if (event.type === "updated" || event.type === "removed") {
      timer ??= setTimeout(write, WRITE_EVERY_MS);
    }
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
