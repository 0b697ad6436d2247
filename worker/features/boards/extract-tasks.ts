import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { Extracted } from "#domain/own-data/extracted.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boardColumns, boards, tasks } from "./schema.ts";

/** Cards as lists show them: neither deleted nor archived, on boards and in columns that are not. */
export async function extractTasks(ctx: Ctx, after: string, limit: number): Promise<Extracted[]> {
  const [board = "", card = ""] = after.split("/");
  const rows = await ctx.db
    .select({ task: tasks, board: boards.title, column: boardColumns })
    .from(tasks)
    .innerJoin(boards, eq(boards.id, tasks.boardId))
    .innerJoin(
      boardColumns,
      and(eq(boardColumns.boardId, tasks.boardId), eq(boardColumns.id, tasks.columnId)),
    )
    .where(
      and(
        eq(tasks.deleted, false),
        eq(tasks.archived, false),
        eq(boardColumns.archived, false),
        isNull(boards.archivedAt),
        or(gt(tasks.boardId, board), and(eq(tasks.boardId, board), gt(tasks.id, card))),
      ),
    )
    .orderBy(asc(tasks.boardId), asc(tasks.id))
    .limit(limit);
  return rows.map(({ task, board: title, column }) => ({
    after: `${task.boardId}/${task.id}`,
    values: {
      id: task.id,
      number: task.number,
      title: task.title,
      board: title,
      column: column.name,
      category: column.category,
      priority: task.priority,
      due_on: task.dueOn,
      client_id: task.clientId,
      tags: task.tags.length === 0 ? null : task.tags.join(", "),
      assignees: task.assigneeIds.length,
      checks: task.checks,
      checks_done: task.checksDone,
      created_at: task.createdAt,
      updated_at: task.updatedAt,
    },
  }));
}
