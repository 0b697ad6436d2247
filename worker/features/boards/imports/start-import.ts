import { boardEvent } from "#domain/boards/events.ts";
import { prefixOf } from "#domain/boards/prefix.ts";
import type { BoardRecord } from "#domain/boards/view.ts";
import { importEvent } from "#domain/board-imports/events.ts";
import type { ImportInput, ImportView } from "#domain/board-imports/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import { findBoard } from "#worker/features/boards/queries.ts";
import { boards } from "#worker/features/boards/schema.ts";
import { originOf } from "#worker/platform/audit/origin.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { recordOf, viewOf } from "./queries.ts";
import { boardImports, type ImportRow } from "./schema.ts";

/** The new board's row. Its columns are made by the import itself, so that undo takes them back. */
function newBoard(ctx: Ctx, title: string): BoardRecord {
  const now = isoNow(ctx.clock);
  const id = newId("brd", ctx.clock.now());
  const made = { createdBy: ctx.userId, createdAt: now, updatedAt: now, archivedAt: null };
  return { id, version: 1, title, prefix: prefixOf(title), ...made };
}

/** Announces an import; a new board is there at once, and empty. Errors: `board.not_found`, `board.archived`. */
export async function startImport(ctx: Ctx, input: ImportInput): Promise<ImportView> {
  const { boardId, title, columns, tags = [], source, fileName, total, parts = null } = input;
  const known = boardId === null ? null : findBoard(ctx, boardId);
  const actor = await ctx.actor();
  const board = known === null ? newBoard(ctx, title) : await known;
  if (!board) return fail("board.not_found", { id: boardId });
  if (board.archivedAt !== null) return fail("board.archived", { id: boardId });
  const origin = originOf(ctx, actor);
  if (known === null) {
    const room = await ctx.rooms.board<BoardRpc>(board.id);
    await room.found(ctx.tenant, board.id, { userId: ctx.userId, origin }, []);
  }
  const now = isoNow(ctx.clock);
  const row: ImportRow = {
    id: newId("imp", ctx.clock.now()),
    version: 1,
    state: "filling",
    source,
    fileName,
    boardId: board.id,
    title: board.title,
    newBoard: known === null,
    columns,
    tags,
    refused: [],
    origin,
    total,
    parts,
    done: 0,
    kept: 0,
    nextPart: 0,
    startedBy: ctx.userId,
    startedByName: actor.name,
    startedAt: now,
    updatedAt: now,
    finishedAt: null,
  };
  const made = known === null ? [insert(boards, board)] : [];
  const told = known === null ? [boardEvent("created", { before: null, after: board })] : [];
  return commit(ctx, {
    writes: [...made, insert(boardImports, row)],
    events: [...told, importEvent("started", { before: null, after: recordOf(row) })],
    answer: viewOf(row),
  });
}
