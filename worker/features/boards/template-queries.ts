import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { CardTemplate, CardTemplateRecord } from "#domain/boards/card-template.ts";
import type { BoardRecord } from "#domain/boards/view.ts";
import { can, type Actor } from "#domain/permissions.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { cardTemplates } from "./templates-schema.ts";

/** The templates of a board, by name. */
export async function findTemplates(ctx: Ctx, board: string): Promise<CardTemplateRecord[]> {
  const rows = await ctx.db
    .select()
    .from(cardTemplates)
    .where(and(eq(cardTemplates.boardId, board), isNull(cardTemplates.deletedAt)))
    .orderBy(asc(cardTemplates.name), asc(cardTemplates.id));
  return rows.map(({ deletedAt: _deletedAt, ...record }) => record);
}

/** A template of a board, deleted or not. */
export async function findTemplate(ctx: Ctx, at: { id: string; template: string }) {
  const [row] = await ctx.db
    .select()
    .from(cardTemplates)
    .where(and(eq(cardTemplates.id, at.template), eq(cardTemplates.boardId, at.id)));
  if (!row) return null;
  const { deletedAt, ...record } = row;
  return { record, deleted: deletedAt !== null };
}

/** How many templates a board has. */
export async function countTemplates(ctx: Ctx, board: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)` })
    .from(cardTemplates)
    .where(and(eq(cardTemplates.boardId, board), isNull(cardTemplates.deletedAt)));
  return row?.count ?? 0;
}

/** Every tag that an archived card of a board carries. */
export async function findArchivedTags(ctx: Ctx, board: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectDistinct({ tag: sql<string>`value` })
    .from(sql`tasks, json_each(tasks.tags)`)
    .where(sql`board_id = ${board} AND archived = 1 AND deleted = 0`);
  return new Set(rows.map(({ tag }) => tag));
}

/** A template as the caller has it. */
export function templateOf(
  record: CardTemplateRecord,
  board: BoardRecord,
  actor: Actor,
): CardTemplate {
  const write = board.archivedAt === null && can(actor, "boards.write");
  return { ...record, can: { write } };
}
