import type { SavedView } from "#domain/boards/saved-view.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findBoard } from "./queries.ts";
import { findViews, savedViewOf } from "./view-queries.ts";

/** Lists the saved views of a board that the caller may see. Error: `board.not_found`. */
export async function listViews(ctx: Ctx, input: { id: string }): Promise<{ items: SavedView[] }> {
  const [board, found, actor] = await Promise.all([
    findBoard(ctx, input.id),
    findViews(ctx, input.id),
    ctx.actor(),
  ]);
  if (!board) return fail("board.not_found", { id: input.id });
  return { items: found.map(({ view, isDefault }) => savedViewOf(ctx, view, actor, isDefault)) };
}
