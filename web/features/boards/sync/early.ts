import { sessionStore } from "#web/lib/session-store.ts";
import type { LiveBoard } from "./board-store.ts";
import { openLiveBoard } from "./open-board.ts";

/** A board that no page has asked for by then is closed again: the person is not signed in, or went elsewhere. */
const WAIT_MS = 15_000;
const ADDRESS = /^\/boards\/(brd_\w{26})$/;

interface Early {
  userId: string;
  live: Promise<LiveBoard>;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** By board: open for a page that may come. */
const early = new Map<string, Early>();

function close(board: string): void {
  const left = early.get(board);
  early.delete(board);
  if (!left) return;
  clearTimeout(left.timer);
  void left.live.then((live) => live.close());
}

/** Opens the board of the page's address for whoever was signed in here last, beside everything else that starts. */
export function openEarly(): void {
  const board = ADDRESS.exec(location.pathname)?.[1];
  const userId = sessionStore.me()?.person.id;
  if (!board || !userId || early.has(board)) return;
  const live = openLiveBoard(board, userId);
  early.set(board, { userId, live, timer: setTimeout(close, WAIT_MS, board) });
}

/** The board for its page: the one that was opened early, else opened now. */
export function takeBoard(board: string, userId: string): Promise<LiveBoard> {
  const found = early.get(board);
  if (found?.userId !== userId) return openLiveBoard(board, userId);
  clearTimeout(found.timer);
  early.delete(board);
  return found.live;
}
