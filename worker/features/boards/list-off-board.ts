import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { listOffBoard as definition } from "#domain/boards/archive-api.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { fail } from "#domain/errors.ts";
import { ftsQuery } from "#domain/search/match.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findBoard } from "./queries.ts";
import { boardColumns, tasks } from "./schema.ts";
import { movedToOf } from "./task-record.ts";

type Query = z.output<typeof definition.query> & { id: string };

/** Where a page ended: what was changed last comes first. */
const Cursor = z.tuple([z.iso.datetime(), z.string()]);

function after(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const at = decodeCursor(cursor, Cursor);
  if (!at) return fail("request.invalid", { in: "query", issues: [{ path: "cursor" }] });
  const [updatedAt, id] = at;
  const earlier = and(eq(tasks.updatedAt, updatedAt), lt(tasks.id, id));
  return or(lt(tasks.updatedAt, updatedAt), earlier);
}

/** Archived cards are in the search; of deleted ones it keeps nothing, so their titles are looked through. */
function holdsWords(q: string) {
  const inTitle = sql`instr(lower(${tasks.title}), lower(${q})) > 0`;
  const match = ftsQuery(q);
  if (!match) return inTitle;
  return or(
    inTitle,
    sql`${tasks.boardId} || '/' || ${tasks.id} IN (SELECT entity_id FROM search_docs
      WHERE entity = 'card' AND id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${match}))`,
  );
}

/**
 * Lists cards that are off a board, out of the projection.
 * Errors: `board.not_found`, `request.invalid` for a cursor of another list.
 */
export async function listOffBoard(ctx: Ctx, query: Query) {
  const off =
    query.state === "deleted"
      ? eq(tasks.deleted, true)
      : and(eq(tasks.archived, true), eq(tasks.deleted, false));
  const page = ctx.db
    .select({ task: tasks, columnName: boardColumns.name })
    .from(tasks)
    .innerJoin(
      boardColumns,
      and(eq(boardColumns.boardId, tasks.boardId), eq(boardColumns.id, tasks.columnId)),
    )
    .where(
      and(
        eq(tasks.boardId, query.id),
        off,
        query.q ? holdsWords(query.q) : undefined,
        after(query.cursor),
      ),
    )
    .orderBy(desc(tasks.updatedAt), desc(tasks.id))
    .limit(query.limit + 1);
  const [board, rows] = await Promise.all([findBoard(ctx, query.id), page]);
  if (!board) return fail("board.not_found", { id: query.id });
  const items = rows.slice(0, query.limit).map(({ task, columnName }) => {
    const { id, number, title, columnId, tags, updatedAt, movedTo } = task;
    return {
      id,
      reference: `${board.prefix}-${number}`,
      title,
      columnId,
      columnName,
      tags,
      updatedAt,
      movedTo: movedToOf(movedTo),
    };
  });
  const last = items.at(-1);
  const more = rows.length > query.limit && last;
  return { items, nextCursor: more ? encodeCursor([last.updatedAt, last.id]) : null };
}
