import { savedViewEvent, type SavedView } from "#domain/boards/saved-view.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findView, mayWrite, savedViewOf, toldOf } from "./view-queries.ts";
import { boardViews } from "./views-schema.ts";

/**
 * Deletes a view and answers it as it is kept, so that saving it at that version takes the step back. Errors:
 * `board.view_not_found`, `conflict.version`.
 */
export async function deleteView(
  ctx: Ctx,
  input: { id: string; view: string },
): Promise<SavedView> {
  const [held, actor] = await Promise.all([findView(ctx, input), ctx.actor()]);
  if (!held || held.deleted || !mayWrite(ctx, held.view, actor)) {
    return fail("board.view_not_found", { id: input.view });
  }
  const { view } = held;
  const deletedAt = isoNow(ctx.clock);
  return commit(ctx, {
    writes: [update(boardViews, { id: view.id, version: view.version }, { deletedAt })],
    events: [savedViewEvent("deleted", { before: toldOf(view), after: null })],
    answer: savedViewOf(ctx, { ...view, version: view.version + 1 }, actor, held.isDefault),
  });
}
