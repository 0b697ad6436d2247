import { eq, sql } from "drizzle-orm";
import type { OutsideLink } from "#domain/boards/links-api.ts";
import type { Category } from "#domain/boards/model.ts";
import { mirrored, type Relation } from "#domain/boards/parts.ts";
import { fail } from "#domain/errors.ts";
import type { z } from "zod";
import type { Ctx } from "#worker/platform/context.ts";
import { boards } from "./schema.ts";

/** The most that are told of one board. */
const MOST = 2000;

/** `instr(links, '/') > 0` is the index's own condition: cards that link to other boards are few. */
const linksOf = (board: string) => sql`
  WITH told AS (
    SELECT t.id AS card, l.value AS relation, 1 AS own,
      substr(l.key, 1, instr(l.key, '/') - 1) AS board_id, substr(l.key, instr(l.key, '/') + 1) AS other_id
    FROM tasks t, json_each(t.links) AS l
    WHERE t.board_id = ${board} AND instr(t.links, '/') > 0 AND instr(l.key, '/') > 0
      AND t.deleted = 0
    UNION ALL
    SELECT substr(l.key, instr(l.key, '/') + 1), l.value, 0, t.board_id, t.id
    FROM tasks t, json_each(t.links) AS l
    WHERE instr(t.links, '/') > 0 AND l.key >= ${`${board}/`} AND l.key < ${`${board}0`}
      AND t.deleted = 0)
  SELECT told.*, b.title AS board_title, b.prefix, t.number, t.title, c.name AS column_name, c.category,
    (t.archived OR t.deleted OR c.archived OR b.archived_at IS NOT NULL) AS gone
  FROM told
  LEFT JOIN tasks t ON t.board_id = told.board_id AND t.id = told.other_id
  LEFT JOIN board_columns c ON c.board_id = t.board_id AND c.id = t.column_id
  LEFT JOIN boards b ON b.id = t.board_id AND c.id IS NOT NULL
  LIMIT ${MOST}`;

/** The links of a board's cards over its edge, out of the projection. Error: `board.not_found`. */
export async function listOutsideLinks(ctx: Ctx, input: { id: string }) {
  const [[board], rows] = await Promise.all([
    ctx.db.select({ id: boards.id }).from(boards).where(eq(boards.id, input.id)),
    ctx.db
      .select({
        card: sql<string>`card`,
        relation: sql<Relation>`relation`,
        own: sql<number>`own`,
        boardId: sql<string>`board_id`,
        otherId: sql<string>`other_id`,
        boardTitle: sql<string | null>`board_title`,
        prefix: sql<string>`prefix`,
        number: sql<number>`number`,
        title: sql<string>`title`,
        columnName: sql<string>`column_name`,
        category: sql<z.infer<typeof Category>>`category`,
        gone: sql<number>`gone`,
      })
      .from(sql`(${linksOf(input.id)})`),
  ]);
  if (!board) return fail("board.not_found", { id: input.id });
  const items = rows.map((row): OutsideLink => {
    const { card, relation, boardId, otherId, boardTitle, title, columnName, category } = row;
    const own = row.own === 1;
    const reference = `${row.prefix}-${row.number}`;
    const shown = { boardTitle: boardTitle ?? "", reference, title, columnName, category };
    return {
      card,
      relation: own ? relation : mirrored(relation),
      own,
      boardId,
      otherId,
      other: boardTitle === null ? null : { ...shown, gone: row.gone === 1 },
    };
  });
  return { items };
}
