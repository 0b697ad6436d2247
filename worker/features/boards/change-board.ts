import { boardEvent } from "#domain/boards/events.ts";
import type { BoardRecord, BoardView } from "#domain/boards/view.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findBoard } from "./queries.ts";
import { viewOf } from "./record.ts";
import { boards } from "./schema.ts";

type Fields = Partial<Pick<BoardRecord, "title" | "prefix" | "archivedAt">>;

/**
 * Changes a board's row at a version. What is already so is answered without a write.
 * Errors: `board.not_found`, `conflict.version` with `params.current`.
 */
export async function changeBoard(
  ctx: Ctx,
  at: { id: string; version: number },
  action: "updated" | "archived" | "restored",
  fields: (before: BoardRecord) => Fields,
): Promise<BoardView> {
  const [before, actor] = await Promise.all([findBoard(ctx, at.id), ctx.actor()]);
  if (!before) return fail("board.not_found", { id: at.id });
  const set = fields(before);
  const differs = Object.entries(set).some(
    ([name, value]) => before[name as keyof BoardRecord] !== value,
  );
  if (!differs) return viewOf(before, actor);
  if (before.version !== at.version) {
    return fail("conflict.version", { current: viewOf(before, actor) });
  }
  const updatedAt = isoNow(ctx.clock);
  const after: BoardRecord = { ...before, ...set, updatedAt, version: before.version + 1 };
  return commit(ctx, {
    writes: [update(boards, at, { ...set, updatedAt })],
    events: [boardEvent(action, { before, after })],
    answer: viewOf(after, actor),
    current: async () => {
      const now = await findBoard(ctx, at.id);
      return now && viewOf(now, actor);
    },
  });
}
