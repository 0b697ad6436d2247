import { and, desc, eq, getTableColumns } from "drizzle-orm";
import { linkedCard } from "#domain/boards/parts.ts";
import { statusOf } from "#domain/boards/task-status.ts";
import type { BoardRecord, TaskView } from "#domain/boards/view.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { ShownCard } from "./board-rpc.ts";
import { cardView } from "./list-cards.ts";
import { boardColumns, boards, tasks } from "./schema.ts";

type TaskRow = typeof tasks.$inferSelect;
type ColumnRow = Pick<typeof boardColumns.$inferSelect, "name" | "category">;

/** What a task says beside the card: where it is, and what it is called there. */
function placeOf(board: BoardRecord, column: ColumnRow, number: number | null) {
  return {
    boardId: board.id,
    boardTitle: board.title,
    reference: `${board.prefix}-${number ?? 0}`,
    columnName: column.name,
    category: column.category,
    status: statusOf(column.category),
  };
}

/** A task out of the projection. */
export function taskOfRow(task: TaskRow, board: BoardRecord, column: ColumnRow): TaskView {
  return { ...cardView(task), ...placeOf(board, column, task.number), version: task.srcVersion };
}

/** Where a card went, out of what its row keeps of it. */
export function movedToOf(key: string | null) {
  const { board, card } = linkedCard(key ?? "");
  return board === undefined ? null : { board, card };
}

/** A task as the board's object shows it. */
export function taskOfCard({ card, column, changed }: ShownCard, board: BoardRecord): TaskView {
  return { ...cardView(card), ...placeOf(board, column, card.number), version: changed };
}

/** The columns that a task's row is read with. */
export const TASK_ROW = {
  task: getTableColumns(tasks),
  board: getTableColumns(boards),
  column: { name: boardColumns.name, category: boardColumns.category },
};

/**
 * A task by its id. Errors: `board.card_not_found`, `board.card_ambiguous` when several boards have a card of this id
 * and none was told.
 */
export async function findTask(
  ctx: Ctx,
  { id, board, deleted = false }: { id: string; board?: string | undefined; deleted?: boolean },
) {
  const rows = await ctx.db
    .select(TASK_ROW)
    .from(tasks)
    .innerJoin(boards, eq(boards.id, tasks.boardId))
    .innerJoin(
      boardColumns,
      and(eq(boardColumns.boardId, tasks.boardId), eq(boardColumns.id, tasks.columnId)),
    )
    .where(
      and(
        eq(tasks.id, id),
        eq(tasks.deleted, deleted),
        board ? eq(tasks.boardId, board) : undefined,
      ),
    )
    .orderBy(desc(tasks.updatedAt))
    .limit(2);
  const [found] = rows;
  if (!found) return fail("board.card_not_found", { id });
  if (rows.length > 1) return fail("board.card_ambiguous", { id });
  return found;
}
