import type { z } from "zod";
import { savedViewEvent, type SavedView, type SavedViewRecord } from "#domain/boards/saved-view.ts";
import type { saveView as definition } from "#domain/boards/saved-views-api.ts";
import { fail } from "#domain/errors.ts";
import { can } from "#domain/permissions.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { findBoard } from "./queries.ts";
import { findView, mayWrite, savedViewOf, toldOf } from "./view-queries.ts";
import { boardViews } from "./views-schema.ts";

type Input = { id: string; view: string } & z.output<typeof definition.body>;

/**
 * Saves a view of a board, new or changed; one that was deleted comes back. Errors: `board.not_found`,
 * `board.view_not_found` for what the caller may not change, `conflict.version`, `permission.denied` to share without
 * `boards.write`.
 */
export async function saveView(ctx: Ctx, input: Input): Promise<SavedView> {
  const [board, held, actor] = await Promise.all([
    findBoard(ctx, input.id),
    findView(ctx, input),
    ctx.actor(),
  ]);
  if (!board) return fail("board.not_found", { id: input.id });
  if (held && !mayWrite(ctx, held.view, actor)) {
    return fail("board.view_not_found", { id: input.view });
  }
  if (input.shared && !can(actor, "boards.write")) {
    return fail("permission.denied", { permission: "boards.write" });
  }
  if (!held && input.version !== null) return fail("board.view_not_found", { id: input.view });
  const at = isoNow(ctx.clock);
  const { name, shared, config } = input;
  if (!held) {
    const dates = { createdAt: at, updatedAt: at };
    const own = { id: input.view, version: 1, boardId: input.id, ownerId: ctx.userId };
    const made: SavedViewRecord = { ...own, name, shared, config, ...dates };
    return commit(ctx, {
      writes: [insert(boardViews, { ...made, deletedAt: null })],
      events: [savedViewEvent("saved", { before: null, after: toldOf(made) })],
      answer: savedViewOf(ctx, made, actor, false),
    });
  }
  const before = held.view;
  const current = savedViewOf(ctx, before, actor, held.isDefault);
  if (before.version !== input.version) return fail("conflict.version", { current });
  const set = { name, shared, config, updatedAt: at };
  const after: SavedViewRecord = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [
      update(boardViews, { id: before.id, version: before.version }, { ...set, deletedAt: null }),
    ],
    events: [
      savedViewEvent("saved", {
        before: held.deleted ? null : toldOf(before),
        after: toldOf(after),
      }),
    ],
    answer: savedViewOf(ctx, after, actor, held.isDefault),
    current: async () => {
      const now = await findView(ctx, input);
      return now && savedViewOf(ctx, now.view, actor, now.isDefault);
    },
  });
}
