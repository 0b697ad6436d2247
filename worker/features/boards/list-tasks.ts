import { and, eq, exists, gt, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { listTasks as definition } from "#domain/boards/tasks-api.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boardColumns, boards, tasks } from "./schema.ts";

type Query = z.output<typeof definition.query>;

/** Where a page ended: by due date, those without one last, then by board and id. */
const Cursor = z.tuple([z.iso.date().nullable(), z.string(), z.string()]);

function after(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const at = decodeCursor(cursor, Cursor);
  if (!at) return fail("request.invalid", { in: "query", issues: [{ path: "cursor" }] });
  const [dueOn, board, id] = at;
  const later = or(gt(tasks.boardId, board), and(eq(tasks.boardId, board), gt(tasks.id, id)));
  if (dueOn === null) return and(isNull(tasks.dueOn), later);
  return or(gt(tasks.dueOn, dueOn), and(eq(tasks.dueOn, dueOn), later), isNull(tasks.dueOn));
}

function matches(ctx: Ctx, query: Query) {
  const assigned = sql`json_each(${tasks.assigneeIds})`;
  return and(
    eq(tasks.deleted, false),
    isNull(boards.archivedAt),
    query.board ? eq(tasks.boardId, query.board) : undefined,
    query.client ? eq(tasks.clientId, query.client) : undefined,
    query.assignee
      ? exists(
          ctx.db
            .select({ one: sql`1` })
            .from(assigned)
            .where(sql`value = ${query.assignee}`),
        )
      : undefined,
    query.dueBy ? and(isNotNull(tasks.dueOn), lte(tasks.dueOn, query.dueBy)) : undefined,
    query.state === "open" ? ne(boardColumns.category, "done") : undefined,
    after(query.cursor),
  );
}

/** Lists cards of all boards out of the projection. Error: `request.invalid` for a cursor of another list. */
export async function listTasks(ctx: Ctx, query: Query) {
  const rows = await ctx.db
    .select({ task: tasks, board: boards, column: boardColumns })
    .from(tasks)
    .innerJoin(boards, eq(boards.id, tasks.boardId))
    .innerJoin(
      boardColumns,
      and(eq(boardColumns.boardId, tasks.boardId), eq(boardColumns.id, tasks.columnId)),
    )
    .where(matches(ctx, query))
    .orderBy(sql`${tasks.dueOn} IS NULL`, tasks.dueOn, tasks.boardId, tasks.id)
    .limit(query.limit + 1);
  const items = rows.slice(0, query.limit).map(({ task, board, column }) => {
    const { deleted: _deleted, ...card } = task;
    const reference = `${board.prefix}-${task.number}`;
    const { name: columnName, category } = column;
    return { ...card, boardTitle: board.title, reference, columnName, category };
  });
  const last = items.at(-1);
  const more = rows.length > query.limit && last;
  return { items, nextCursor: more ? encodeCursor([last.dueOn, last.boardId, last.id]) : null };
}
