import { useQueryClient } from "@tanstack/solid-query";
import { createContext, onCleanup, onMount, useContext, type JSX } from "solid-js";
import { createLiveFeed, type LiveFeed, type LiveHandler } from "./live-feed.ts";
import { isOnline } from "./online.ts";
import { browserSocket } from "./room-socket-deps.ts";
import { openRoom, type SocketDeps } from "./room-socket.ts";

const LiveContext = createContext<LiveFeed>();

/**
 * Opens the organization's feed for the pages below. It goes on from `since`, the last event that the kept data
 * knows of. Without one it goes on from when this page began, so that nothing is read twice.
 */
export function LiveProvider(props: {
  since: number | null;
  onFeed?: (feed: LiveFeed) => void;
  deps?: SocketDeps;
  children: JSX.Element;
}) {
  const queries = useQueryClient();
  const feed = createLiveFeed({
    open: (handlers) => openRoom("live", handlers, props.deps ?? browserSocket),
    online: isOnline,
    // Where the feed begins is known once, when the page opens.
    // oxlint-disable-next-line solid/reactivity
    since: props.since,
    onReset: () => void queries.invalidateQueries(),
    // What no page shows now is read again when it is next shown. Keys of queries begin with their topic.
    onEvent: ({ topic }) =>
      void queries.invalidateQueries({ queryKey: [topic], type: "inactive", refetchType: "none" }),
  });
  onMount(() => props.onFeed?.(feed));
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
