import { and, eq, exists, gt, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { listTasks as definition } from "#domain/boards/tasks-api.ts";
import { categoryOf } from "#domain/boards/task-status.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { fail } from "#domain/errors.ts";
import { ftsQuery } from "#domain/search/match.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boardColumns, boards, tasks } from "./schema.ts";
import { TASK_ROW, taskOfRow } from "./task-record.ts";

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

/** A card as people call it: the prefix of its board and its number. */
const REFERENCE = /^(\p{L}[\p{L}\p{N}]*)-(\d{1,9})$/u;
const MOST_WORDS = 8;

/** Rows of the search index of one kind that hold a word. */
const found = (entity: "card" | "board", match: string) =>
  sql`(SELECT entity_id FROM search_docs WHERE entity = ${entity}
    AND id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${match}))`;

/** A word in a card's search row, its reference, or in the name of its board unless that one alone is asked for. */
function holdsWord(word: string, board: string | undefined) {
  const match = ftsQuery(word);
  if (!match) return [];
  const [, prefix, number] = REFERENCE.exec(word) ?? [];
  const key = sql`${tasks.boardId} || '/' || ${tasks.id}`;
  return [
    or(
      sql`${key} IN ${found("card", match)}`,
      board ? undefined : sql`${tasks.boardId} IN ${found("board", match)}`,
      prefix && number
        ? and(eq(boards.prefix, prefix.toUpperCase()), eq(tasks.number, Number(number)))
        : undefined,
    ),
  ];
}

/** Cards for which every word holds; without a word there is nothing to find. */
function holdsWords(q: string, board: string | undefined) {
  const words = q.normalize("NFC").split(/\s+/).slice(0, MOST_WORDS);
  const all = words.flatMap((word) => holdsWord(word, board));
  return all.length > 0 ? and(...all) : sql`0`;
}

function matches(ctx: Ctx, query: Query) {
  const assigned = sql`json_each(${tasks.assigneeIds})`;
  return and(
    eq(tasks.deleted, false),
    eq(tasks.archived, false),
    eq(boardColumns.archived, false),
    isNull(boards.archivedAt),
    query.board ? eq(tasks.boardId, query.board) : undefined,
    query.client ? eq(tasks.clientId, query.client) : undefined,
    // The first of the two is the condition of an index: cards that name a note are few.
    query.note
      ? sql`instr(tasks.links, 'not_') > 0 AND json_extract(tasks.links, ${`$."${query.note}"`}) IS NOT NULL`
      : undefined,
    query.assignee
      ? exists(
          ctx.db
            .select({ one: sql`1` })
            .from(assigned)
            .where(sql`value = ${query.assignee}`),
        )
      : undefined,
    query.dueBy ? and(isNotNull(tasks.dueOn), lte(tasks.dueOn, query.dueBy)) : undefined,
    query.status ? eq(boardColumns.category, categoryOf(query.status)) : undefined,
    query.priority ? eq(tasks.priority, query.priority) : undefined,
    query.tag
      ? sql`EXISTS (SELECT 1 FROM json_each(${tasks.tags}) WHERE value = ${query.tag})`
      : undefined,
    query.q === undefined ? undefined : holdsWords(query.q, query.board),
    (query.state ?? (query.status ? "all" : "open")) === "open"
      ? ne(boardColumns.category, "done")
      : undefined,
    after(query.cursor),
  );
}

/** Lists cards of all boards out of the projection. Error: `request.invalid` for a cursor of another list. */
export async function listTasks(ctx: Ctx, query: Query) {
  const rows = await ctx.db
    .select(TASK_ROW)
    .from(tasks)
    .innerJoin(boards, eq(boards.id, tasks.boardId))
    .innerJoin(
      boardColumns,
      and(eq(boardColumns.boardId, tasks.boardId), eq(boardColumns.id, tasks.columnId)),
    )
    .where(matches(ctx, query))
    .orderBy(sql`${tasks.dueOn} IS NULL`, tasks.dueOn, tasks.boardId, tasks.id)
    .limit(query.limit + 1);
  const items = rows
    .slice(0, query.limit)
    .map(({ task, board, column }) => taskOfRow(task, board, column));
  const last = items.at(-1);
  const more = rows.length > query.limit && last;
  return { items, nextCursor: more ? encodeCursor([last.dueOn, last.boardId, last.id]) : null };
}
