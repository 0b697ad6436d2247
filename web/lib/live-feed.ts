import type { LiveEvent, LiveMessage, LiveProgress, LiveRequest } from "#domain/live/messages.ts";
import { createSignal } from "solid-js";
import type { RoomHandlers, RoomSocket, SocketStatus } from "./room-socket.ts";

/** Someone who has the organization open. `place` is the path that the person looks at. */
export type LivePerson = Extract<LiveMessage, { kind: "presence" }>["people"][number];

/** A connection that is back by then was never worth a word. */
const LOST_MS = 3_000;

export type LiveHandler = (event: LiveEvent) => void;
export type ProgressHandler = (progress: LiveProgress) => void;

/** What a feed needs: a room socket, and what to do when events alone can't bring the page up to date. */
export interface FeedDeps {
  open(handlers: RoomHandlers): RoomSocket;
  /** Whether the device has a network. */
  online(): boolean;
  /** The last event that the page's data knows of; null when it was read without one. */
  since: number | null;
  /** The room says that more was missed than it can tell: everything has to be read again. */
  onReset(): void;
  /** Told of every event, before those who listen to its topic. */
  onEvent?: LiveHandler;
}

const NOBODY: readonly LivePerson[] = [];

/**
 * The organization's live events: in order, each once, caught up after a lost connection.
 * The room sends only what this person may read, so a missing number is no gap; the room itself says `reset`.
 */
export function createLiveFeed(deps: FeedDeps) {
  const handlers = new Map<string, Set<LiveHandler>>();
  const watchers = new Set<ProgressHandler>();
  const rights = new Set<() => void>();
  const [status, setStatus] = createSignal<SocketStatus>("connecting");
  const [people, setPeople] = createSignal<readonly LivePerson[]>([]);
  const [lost, setLost] = createSignal(false);
  const [caughtUp, setCaughtUp] = createSignal<{ changes: number; at: number } | null>(null);
  /** No read of the pages below is older. Without a number, events from then on are asked for. */
  const began = Date.now();
  let seq = deps.since;
  let place = "";
  let missed = 0;
  let resuming = false;
  let opened = false;
  let losing: ReturnType<typeof setTimeout> | undefined;

  /** Trying again passes through "connecting": only an end of trying, or a connection, ends the loss. */
  function follow(next: SocketStatus): void {
    setStatus(next);
    if (next === "waiting") losing ??= setTimeout(() => setLost(true), LOST_MS);
    if (next === "waiting" || next === "connecting") return;
    clearTimeout(losing);
    losing = undefined;
    setLost(false);
  }

  const socket = deps.open({
    onOpen() {
      resuming = opened;
      opened = true;
      missed = 0;
      const age = Math.max(0, Date.now() - began);
      say(seq === null ? { kind: "hello", since: null, age } : { kind: "hello", since: seq });
      if (place) say({ kind: "place", place });
    },
    onMessage(data) {
      receive(JSON.parse(data) as LiveMessage);
    },
    onStatus: follow,
  });

  function say(request: LiveRequest): void {
    socket.send(JSON.stringify(request));
  }

  function deliver(event: LiveEvent): void {
    if (seq !== null && event.seq <= seq) return;
    seq = event.seq;
    if (resuming) missed += 1;
    deps.onEvent?.(event);
    for (const handler of handlers.get(event.topic) ?? []) handler(event);
  }

  function receive(message: LiveMessage): void {
    switch (message.kind) {
      case "events":
        for (const event of message.events) deliver(event);
        return;
      case "reset":
        seq = message.seq;
        deps.onReset();
        return;
      case "welcome":
        seq = Math.max(seq ?? 0, message.seq);
        if (resuming) setCaughtUp({ changes: missed, at: Date.now() });
        resuming = false;
        return;
      case "authority":
        for (const handler of rights) handler();
        return;
      case "progress":
        for (const watcher of watchers) watcher(message.progress);
        return;
      case "presence":
        setPeople(message.people);
    }
  }

  return {
    status,
    /** True once the room has been away for 3 s, until it is back. */
    lost,
    /** Who has the organization open; nobody knows while the network or the room is away. */
    people: () => (deps.online() && !lost() ? people() : NOBODY),
    /** The last event that was handed on; null before the feed began. */
    seq: () => seq,
    /** The last catching up after a lost connection, and how many changes came with it. */
    caughtUp,
    /** Calls back for each committed event of a topic. Returns the way to stop. */
    on(topic: string, handler: LiveHandler): () => void {
      const set = handlers.get(topic) ?? new Set();
      handlers.set(topic, set.add(handler));
      return () => set.delete(handler);
    },
    /** Calls back for how far jobs of the organization are. Returns the way to stop. */
    onProgress(handler: ProgressHandler): () => void {
      watchers.add(handler);
      return () => watchers.delete(handler);
    },
    /** Calls back when what this person may do has changed. Returns the way to stop. */
    onAuthority(handler: () => void): () => void {
      rights.add(handler);
      return () => rights.delete(handler);
    },
    /** Tells the others which page this person looks at. */
    setPlace(next: string): void {
      if (next === place) return;
      place = next;
      say({ kind: "place", place });
    },
    close: () => socket.close(),
  };
}

export type LiveFeed = ReturnType<typeof createLiveFeed>;
