import { changeBoard } from "#worker/features/boards/change-board.ts";
import { findBoard } from "#worker/features/boards/queries.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { takeTemplates, type Step } from "./part-templates.ts";
import { readPart } from "./queries.ts";
import { pushPart, type Room } from "./push-part.ts";
import type { ImportRow } from "./schema.ts";

/** Takes back the cards and templates of the last part that was made and still stands. @returns what the row becomes. */
export async function takePart(ctx: Ctx, room: Room, row: ImportRow): Promise<Step> {
  if (row.nextPart === 0) {
    await takeBoard(ctx, room, row);
    return { set: { state: "undone" }, writes: [], events: [] };
  }
  const number = row.nextPart - 1;
  const { cards, templates } = await readPart(ctx, row.id, number);
  const ops = cards.map(({ card }) => ({ kind: "card.withdraw", card }));
  const results = await pushPart(room, ctx.tenant, row, `undo-${number}`, ops);
  const kept = results.filter(({ outcome }) => outcome === "noop").length;
  const set = { nextPart: number, done: row.done + cards.length, kept: row.kept + kept };
  return { set, ...(await takeTemplates(ctx, row, templates)) };
}

/**
 * What the cards stood on: columns that are empty now and colours that nobody changed, or the whole board when the import made it and
 * nothing is left. A column of the archive comes back for a moment: one that is not empty goes there again.
 */
async function takeBoard(ctx: Ctx, room: Room, row: ImportRow): Promise<void> {
  if (!row.newBoard) {
    const made = row.columns.filter(({ isNew }) => isNew);
    const ops = [
      ...made.flatMap(({ id: column, archived }) => [
        ...(archived ? [{ kind: "column.unarchive", column }] : []),
        { kind: "column.delete", column, moveTo: null },
        ...(archived ? [{ kind: "column.archive", column }] : []),
      ]),
      ...row.tags.map(({ tag }) => ({ kind: "tag.withdraw", tag })),
    ];
    await pushPart(room, ctx.tenant, row, "undo-columns", ops);
    return;
  }
  if (row.kept > 0) return;
  const board = await findBoard(ctx, row.boardId);
  if (!board || board.archivedAt !== null) return;
  const archivedAt = isoNow(ctx.clock);
  await changeBoard(ctx, board, "archived", () => ({ archivedAt }));
  await room.setArchived(ctx.tenant, true);
}
