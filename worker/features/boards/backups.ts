import type { BoardBackup } from "#domain/boards/backups-api.ts";
import { boardEvent } from "#domain/boards/events.ts";
import type { BoardRecord, BoardView } from "#domain/boards/view.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { storedAnswer } from "#worker/platform/idempotency.ts";
import { update } from "#worker/platform/writes.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";
import { viewOf } from "./record.ts";
import { requestClient } from "./request-client.ts";
import { boards } from "./schema.ts";

/** What a board can go back to, latest first. Error: `board.not_found`. */
export async function listBackups(ctx: Ctx, { id }: { id: string }) {
  if (!(await findBoard(ctx, id))) return fail("board.not_found", { id });
  const room = await ctx.rooms.board<BoardRpc>(id);
  return { items: (await room.backups(ctx.tenant, { kind: "list" })) as BoardBackup[] };
}

/** What the audit tells: of which instant the backup is. */
function told(before: BoardRecord, after: BoardRecord, at: string) {
  const then = { ...after, backup: at };
  return { before, after: then };
}

/** Keeps a board as it is. Error: `board.not_found`. */
export async function makeBackup(ctx: Ctx, { id }: { id: string }): Promise<BoardBackup> {
  const [stored, board, { client }] = await Promise.all([
    storedAnswer(ctx),
    findBoard(ctx, id),
    requestClient(ctx),
  ]);
  if (stored) return stored.answer as BoardBackup;
  if (!board) return fail("board.not_found", { id });
  const room = await ctx.rooms.board<BoardRpc>(id);
  const ask = { kind: "make", request: client } as const;
  const [answer] = (await room.backups(ctx.tenant, ask)) as BoardBackup[];
  if (!answer) throw new Error("A backup that was asked for was not made");
  return commit(ctx, {
    writes: [],
    events: [boardEvent("saved", told(board, board, answer.at))],
    answer,
  });
}

/**
 * Puts a board back as it was. The object does it, once for each request; then it is told, here and to every page.
 * Errors: `board.not_found`, `board.archived`, `board.backup_not_found`.
 */
export async function returnToBackup(
  ctx: Ctx,
  { id, backup }: { id: string; backup: string },
): Promise<{ board: BoardView; before: BoardBackup }> {
  const [stored, board, actor, { client }] = await Promise.all([
    storedAnswer(ctx),
    findBoard(ctx, id),
    ctx.actor(),
    requestClient(ctx),
  ]);
  if (stored) return stored.answer as { board: BoardView; before: BoardBackup };
  if (!board) return fail("board.not_found", { id });
  if (board.archivedAt !== null) return fail("board.archived", { id });
  const room = await ctx.rooms.board<BoardRpc>(id);
  const ask = { kind: "return", backup, request: client } as const;
  const [before, there] = (await room.backups(ctx.tenant, ask)) as BoardBackup[];
  if (!before || !there) return fail("board.backup_not_found");
  const updatedAt = isoNow(ctx.clock);
  const after: BoardRecord = { ...board, updatedAt, version: board.version + 1 };
  return commit(ctx, {
    writes: [update(boards, { id, version: board.version }, { updatedAt })],
    events: [boardEvent("returned", told(board, after, there.at))],
    answer: { board: viewOf(after, actor), before },
  });
}
