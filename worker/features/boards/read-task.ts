import type { z } from "zod";
import type { readTask as definition } from "#domain/boards/tasks-api.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findTask, movedToOf, taskOfRow } from "./task-record.ts";

/** Reads a task out of the projection. Errors: `board.card_not_found`, `board.card_ambiguous`. */
export async function readTask(
  ctx: Ctx,
  input: { id: string; board?: string | undefined },
): Promise<z.output<typeof definition.output>> {
  const { task, board, column } = await findTask(ctx, input);
  return { ...taskOfRow(task, board, column), movedTo: movedToOf(task.movedTo) };
}
