import { importEvent } from "#domain/board-imports/events.ts";
import { Fault, fail } from "#domain/errors.ts";
import { findBoard } from "#worker/features/boards/queries.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { makePart } from "./make-part.ts";
import type { Room } from "./push-part.ts";
import type { Step } from "./part-templates.ts";
import { findImport, isWhole, recordOf } from "./queries.ts";
import { boardImports, type ImportRow } from "./schema.ts";
import { takePart } from "./take-part.ts";

const BUDGET_MS = 4000;

const ENDS = { done: "finished", undone: "undone" } as const;

/** Writes what an import has become, with what its step made beside it; an end is told. */
async function become(ctx: Ctx, row: ImportRow, step: Step): Promise<ImportRow> {
  const { set, writes, events } = step;
  const now = isoNow(ctx.clock);
  const end = set.state === "done" || set.state === "undone" ? ENDS[set.state] : null;
  const all = { ...set, updatedAt: now, ...(end ? { finishedAt: now } : {}) };
  const after: ImportRow = { ...row, ...all, version: row.version + 1 };
  return commit(ctx, {
    writes: [update(boardImports, row, all), ...writes],
    events: end
      ? [...events, importEvent(end, { before: recordOf(row), after: recordOf(after) })]
      : events,
    answer: after,
  });
}

/**
 * Goes on with an import, or its undoing, part by part for some seconds. It may be cut off anywhere and called by several at
 * once: the board's object knows each part by its name, and the row's version lets one of them count it.
 * Errors: `import.incomplete`, `board.archived`.
 */
export async function goOn(ctx: Ctx, room: Room, found: ImportRow): Promise<ImportRow> {
  let row = found;
  const until = ctx.clock.now() + BUDGET_MS;
  try {
    if (row.state === "filling") {
      if (!(await isWhole(ctx, row))) return fail("import.incomplete", { total: row.total });
      row = await become(ctx, row, { set: { state: "running" }, writes: [], events: [] });
    }
    if (row.state === "running") {
      const board = await findBoard(ctx, row.boardId);
      if (board?.archivedAt !== null) return fail("board.archived", { id: row.boardId });
    }
    while ((row.state === "running" || row.state === "undoing") && ctx.clock.now() < until) {
      const step = row.state === "running" ? makePart : takePart;
      row = await become(ctx, row, await step(ctx, room, row));
    }
    return row;
  } catch (error) {
    if (error instanceof Fault && error.code === "conflict.version") return findImport(ctx, row.id);
    throw error;
  }
}
