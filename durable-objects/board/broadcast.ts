import type { ServerMessage } from "#domain/boards/messages.ts";
import { broadcastSince, metaOf } from "./core.ts";
import { peerOf, seatOf, sendAll, sendText } from "./seat.ts";
import type { Storage } from "./storage.ts";

/**
 * Between two frames for everybody, milliseconds for each open socket (5,000 sends a second), at least and at most. A
 * frame a move for 200 writers takes seconds; a page draws every 16 ms, so a burst comes together even to a few.
 */
const TICK = { eachMs: 0.2, leastMs: 10, mostMs: 40 } as const;

/** The least time between two frames for everybody, by how many there are. */
export function tickMs(sockets: number): number {
  return Math.min(Math.max(sockets * TICK.eachMs, TICK.leastMs), TICK.mostMs);
}

/** Tells open sockets of ops and of each other: at once after a quiet tick, else with the next tick. */
export interface Broadcast {
  /** New ops are in the log. */
  ops(): void;
  /** The peer of this socket moved. */
  moved(socket: WebSocket): void;
  /** Everybody but one socket, at once. */
  others(except: WebSocket, frame: ServerMessage): void;
}

/** Sockets that were greeted. */
export function greeted(sockets: readonly WebSocket[]): WebSocket[] {
  return sockets.filter((socket) => seatOf(socket).client !== null);
}

/**
 * Starts from the board's version as it is. An eviction between a commit and its tick loses the frame: the
 * object then tells its head on waking, and who is behind asks.
 */
export function startBroadcast(storage: Storage, sockets: () => WebSocket[]): Broadcast {
  let sent = metaOf(storage).version;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let flushedAt = 0;
  const movers = new Set<WebSocket>();
  if (sockets().length > 0) {
    for (const socket of greeted(sockets())) sendAll(socket, [{ kind: "head", version: sent }]);
  }
  const flush = (): void => {
    timer = null;
    flushedAt = Date.now();
    const frames = broadcastSince(storage, sent);
    sent = metaOf(storage).version;
    const open = greeted(sockets());
    const peers = open
      .filter((socket) => movers.has(socket))
      .map((socket) => peerOf(seatOf(socket)));
    movers.clear();
    if (peers.length > 0) frames.push({ kind: "presence", peers, whole: false });
    for (const frame of frames) {
      const text = JSON.stringify(frame);
      for (const socket of open) sendText(socket, text);
    }
  };
  const schedule = (): void => {
    if (timer !== null) return;
    const wait = flushedAt + tickMs(sockets().length) - Date.now();
    if (wait <= 0) flush();
    else timer = setTimeout(flush, wait);
  };
  return {
    ops: schedule,
    moved(socket) {
      movers.add(socket);
      schedule();
    },
    others(except, frame) {
      const text = JSON.stringify(frame);
      for (const socket of greeted(sockets())) if (socket !== except) sendText(socket, text);
    },
  };
}
