import { and, getTableColumns, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { listBoards as definition } from "#domain/boards/api.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { viewOf } from "./record.ts";
import { boards } from "./schema.ts";

/** The instant of the newest row that a board's object projected: one seek in `audit_by_container`. */
const activeAt = sql<string>`max(boards.updated_at, coalesce((
  SELECT audit.at FROM audit WHERE audit.container_id = boards.id ORDER BY audit.id DESC LIMIT 1), ''))`;

/** Lists boards by id, which is by creation. */
export async function listBoards(ctx: Ctx, query: z.output<typeof definition.query>) {
  const state =
    query.archived === "true" ? isNotNull(boards.archivedAt) : isNull(boards.archivedAt);
  const [rows, actor] = await Promise.all([
    ctx.db
      .select({ ...getTableColumns(boards), activeAt })
      .from(boards)
      .where(and(state, query.cursor ? gt(boards.id, query.cursor) : undefined))
      .orderBy(boards.id)
      .limit(query.limit + 1),
    ctx.actor(),
  ]);
  const items = rows.slice(0, query.limit).map(({ activeAt: at, ...row }) => ({
    ...viewOf(row, actor),
    activeAt: at,
  }));
  return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}
