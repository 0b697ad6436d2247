import { commentVersion } from "#domain/boards/comment.ts";
import type { Comment } from "#domain/boards/comment.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";

/** The comments of a card as the board's object has them; none for a card that it does not know. Error: `board.not_found`. */
export async function listComments(ctx: Ctx, input: { id: string; card: string }) {
  const board = await findBoard(ctx, input.id);
  if (!board) return fail("board.not_found", { id: input.id });
  const room = await ctx.rooms.board<BoardRpc>(input.id);
  const told = (await room.comments(ctx.tenant, input.card)) as {
    version: number;
    comments: Comment[];
  };
  const items = told.comments.map(({ deleted: _deleted, born: _born, versions, ...comment }) => {
    return {
      ...comment,
      version: commentVersion({ ...comment, deleted: false, born: _born, versions }),
    };
  });
  return { version: told.version, items };
}
