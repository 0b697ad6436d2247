import { useQueryClient } from "@tanstack/solid-query";
import { createContext, onCleanup, useContext, type JSX } from "solid-js";
import { createLiveFeed, type LiveFeed, type LiveHandler } from "./live-feed.ts";
import { browserSocket } from "./room-socket-deps.ts";
import { openRoom, type SocketDeps } from "./room-socket.ts";

const LiveContext = createContext<LiveFeed>();

/**
 * Opens the organization's feed for the pages below. What was read before the feed began may have missed a
 * change, so it is read again once; after a short loss the missed events come by themselves.
 */
export function LiveProvider(props: { deps?: SocketDeps; children: JSX.Element }) {
  const queries = useQueryClient();
  const feed = createLiveFeed({
    open: (handlers) => openRoom("live", handlers, props.deps ?? browserSocket),
    onRefetch: () => void queries.invalidateQueries(),
  });
  onCleanup(feed.close);
  return <LiveContext.Provider value={feed}>{props.children}</LiveContext.Provider>;
}

/** The feed of this page: status, people, caughtUp, setPlace. */
export function useLive(): LiveFeed {
  const feed = useContext(LiveContext);
  if (!feed) throw new Error("useLive and onLive need a LiveProvider above");
  return feed;
}

/**
 * Calls back for each committed event of a topic while the component lives:
 * `onLive("clients", (event) => queries.setQueryData(…))`.
 */
export function onLive(topic: string, handler: LiveHandler): void {
  onCleanup(useLive().on(topic, handler));
}
