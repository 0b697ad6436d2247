import type { ServerMessage } from "#domain/boards/messages.ts";
import { broadcastSince, metaOf } from "./core.ts";
import { peerOf, seatOf, sendAll, sendText } from "./seat.ts";
import type { Storage } from "./storage.ts";

/** One frame a tick for everybody, instead of one a move: with 200 writers the latter takes seconds. */
const TICK_MS = 40;

/** Tells open sockets of ops and of each other, once a tick. */
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
  const movers = new Set<WebSocket>();
  if (sockets().length > 0) {
    for (const socket of greeted(sockets())) sendAll(socket, [{ kind: "head", version: sent }]);
  }
  const flush = (): void => {
    timer = null;
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
    timer ??= setTimeout(flush, TICK_MS);
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
