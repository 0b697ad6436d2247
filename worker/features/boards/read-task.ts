import type { TaskView } from "#domain/boards/view.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findTask, taskOfRow } from "./task-record.ts";

/** Reads a task out of the projection. Errors: `board.card_not_found`, `board.card_ambiguous`. */
export async function readTask(
  ctx: Ctx,
  input: { id: string; board?: string | undefined },
): Promise<TaskView> {
  const { task, board, column } = await findTask(ctx, input);
  return taskOfRow(task, board, column);
}
