import { and, eq } from "drizzle-orm";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Write } from "#worker/platform/writes.ts";
import { findBoard } from "./queries.ts";
import { findView } from "./view-queries.ts";
import { boardViewDefaults } from "./views-schema.ts";

/** Chooses the view that a board opens with for the caller. Errors: `board.not_found`, `board.view_not_found`. */
export async function chooseDefaultView(
  ctx: Ctx,
  input: { id: string; view: string | null },
): Promise<null> {
  const { id, view } = input;
  const [board, held] = await Promise.all([
    findBoard(ctx, id),
    view === null ? null : findView(ctx, { id, view }),
  ]);
  if (!board) return fail("board.not_found", { id });
  const seen = held && !held.deleted && (held.view.shared || held.view.ownerId === ctx.userId);
  if (view !== null && !seen) return fail("board.view_not_found", { id: view });
  const { userId, boardId } = boardViewDefaults;
  const write: Write = {
    guarded: false,
    build: (db) =>
      view === null
        ? db.delete(boardViewDefaults).where(and(eq(userId, ctx.userId), eq(boardId, id)))
        : db
            .insert(boardViewDefaults)
            .values({ userId: ctx.userId, boardId: id, viewId: view })
            .onConflictDoUpdate({ target: [userId, boardId], set: { viewId: view } }),
  };
  return commit(ctx, { writes: [write], events: [], answer: null });
}
