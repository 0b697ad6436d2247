import { browserSocket } from "#web/lib/room-socket-deps.ts";
import { openRoom } from "#web/lib/room-socket.ts";
import { type LiveBoard, openBoard } from "./board-store.ts";
import { idbKeeper } from "./idb-keeper.ts";
import { memoryKeeper } from "./memory-keeper.ts";

/** Opens a board in this page, with its queue on the device where the browser allows it. */
export async function openLiveBoard(board: string, userId: string): Promise<LiveBoard> {
  const keeper = await idbKeeper(userId, board).catch(() => memoryKeeper());
  return openBoard({
    userId,
    keeper,
    now: Date.now,
    open: (handlers) => openRoom(`boards/${board}`, handlers, browserSocket),
  });
}
