import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { CardChange, readCardHistory as definition } from "#domain/boards/comments-api.ts";
import type { Category } from "#domain/boards/model.ts";
import { mirrored, outsideKey, Relation } from "#domain/boards/parts.ts";
import { fail } from "#domain/errors.ts";
import type { FieldChange } from "#domain/events.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findBoard } from "./queries.ts";

type Query = z.output<typeof definition.query>;
type Asked = Query & { id: string; card: string };

/**
 * What was done to a card, last first, as the audit log keeps it, with the links that were said on other cards. Ids of cards
 * are unique below their board only. Error: `board.not_found`.
 */
export async function readCardHistory(
  ctx: Ctx,
  input: Asked,
): Promise<z.output<typeof definition.output>> {
  const [board, rows] = await Promise.all([findBoard(ctx, input.id), historyRows(ctx, input)]);
  if (!board) return fail("board.not_found", { id: input.id });
  const items = rows.slice(0, input.limit).map((row) => told(row));
  return { items, next: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Under what the log tells the other card of a link; null in rows of before that was told. */
const OTHER = sql.raw(
  "coalesce(json_extract(changes, '$[0].after.other'), json_extract(changes, '$[0].before.other'))",
);

/**
 * What the log has under the card itself, and what it has under others and tells of it. Those are found by the words of the
 * log, of which the id of a card is one: a card has few links. The plus keeps SQLite from reading all that is told of the board.
 */
function rowsOf({ id: board, card, before, limit }: Asked): SQL {
  const page = sql`${before ? sql`AND id < ${before}` : sql``} ORDER BY id DESC LIMIT ${limit + 1}`;
  const word = `changes : "${card.slice(card.indexOf("_") + 1)}"`;
  return sql`
  WITH own AS (
    SELECT *, CASE action WHEN 'card.link' THEN ${OTHER} END AS other, 1 AS is_own FROM audit
    WHERE entity_id = ${card} AND +container_id = ${board} ${page}
  ), others AS (
    SELECT *, iif(container_id = ${board}, entity_id, container_id || '/' || entity_id) AS other, 0 AS is_own
    FROM audit
    WHERE id IN (SELECT rowid FROM audit_index WHERE audit_index MATCH ${word}) AND action = 'card.link'
      AND ${OTHER} = iif(container_id = ${board}, ${card}, ${outsideKey(board, card)}) ${page}
  ), told AS (SELECT * FROM own UNION ALL SELECT * FROM others)
  SELECT told.id, told.at, told.actor_id, told.actor_name, told.action, told.changes, told.other, told.is_own,
    b.title AS board_title, b.prefix || '-' || t.number AS reference, t.title, c.name AS column_name, c.category,
    (t.archived OR t.deleted OR c.archived OR b.archived_at IS NOT NULL) AS gone
  FROM told
  LEFT JOIN tasks t ON t.board_id = substr(told.other, 1, instr(told.other, '/') - 1)
    AND t.id = substr(told.other, instr(told.other, '/') + 1)
  LEFT JOIN board_columns c ON c.board_id = t.board_id AND c.id = t.column_id
  LEFT JOIN boards b ON b.id = t.board_id AND c.id IS NOT NULL
  ORDER BY told.id DESC LIMIT ${limit + 1}`;
}

function historyRows(ctx: Ctx, asked: Asked) {
  return ctx.db
    .select({
      id: sql<number>`id`,
      at: sql<string>`at`,
      actorId: sql<string>`actor_id`,
      actorName: sql<string>`actor_name`,
      action: sql<string>`action`,
      changes: sql<string>`changes`,
      other: sql<string | null>`other`,
      isOwn: sql<number>`is_own`,
      boardTitle: sql<string | null>`board_title`,
      reference: sql<string>`reference`,
      title: sql<string>`title`,
      columnName: sql<string>`column_name`,
      category: sql<z.infer<typeof Category>>`category`,
      gone: sql<number>`gone`,
    })
    .from(sql`(${rowsOf(asked)})`);
}

type Row = Awaited<ReturnType<typeof historyRows>>[number];

function told(row: Row): CardChange {
  const { id, at, actorId, actorName, action, other, boardTitle } = row;
  const { reference, title, columnName, category } = row;
  const changes = JSON.parse(row.changes) as FieldChange[];
  const side = (value: unknown) => (value === null ? null : turned(value, other));
  return {
    id,
    at,
    actorId,
    actorName,
    action,
    changes:
      row.isOwn === 1
        ? changes
        : changes.map(({ field, before, after }) => {
            return { field, before: side(before), after: side(after) };
          }),
    outside:
      boardTitle === null
        ? null
        : { boardTitle, reference, title, columnName, category, gone: row.gone === 1 },
  };
}

/** What another card says of this one, as this one says it of that. */
function turned(value: unknown, other: string | null) {
  const { relation } = value as { relation: unknown };
  return { relation: mirrored(Relation.parse(relation)), other };
}
