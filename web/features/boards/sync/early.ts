import { sessionStore } from "#web/lib/session-store.ts";
import type { LiveBoard } from "./board-store.ts";
import { openLiveBoard } from "./open-board.ts";

/** A board that no page has asked for by then is closed again: the person is not signed in, or went elsewhere. */
const WAIT_MS = 15_000;
const ADDRESS = /^\/boards\/(brd_\w{26})$/;

interface Early {
  board: string;
  userId: string;
  live: Promise<LiveBoard>;
  timer: ReturnType<typeof setTimeout>;
}

let early: Early | null = null;

function close(): void {
  const left = early;
  early = null;
  if (!left) return;
  clearTimeout(left.timer);
  void left.live.then((live) => live.close());
}

/** Opens the board of the page's address for whoever was signed in here last, beside everything else that starts. */
export function openEarly(): void {
  const board = ADDRESS.exec(location.pathname)?.[1];
  const userId = sessionStore.me()?.person.id;
  if (!board || !userId || early) return;
  const live = openLiveBoard(board, userId);
  early = { board, userId, live, timer: setTimeout(close, WAIT_MS) };
}

/** The board for its page: the one that was opened early, else opened now. */
export function takeBoard(board: string, userId: string): Promise<LiveBoard> {
  if (early?.board !== board || early.userId !== userId) return openLiveBoard(board, userId);
  const { live, timer } = early;
  clearTimeout(timer);
  early = null;
  return live;
}
