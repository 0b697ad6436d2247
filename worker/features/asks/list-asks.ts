import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { foldText } from "#domain/analytics/suggest/fold.ts";
import type { listAsks as definition } from "#domain/asks/api.ts";
import { cursorAfter, placeOf } from "#domain/listing.ts";
import type { AnswerOf } from "#domain/route.ts";
import { inLiving } from "#worker/features/workspaces/living.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { asks } from "./schema.ts";

/** One page of this person's own conversations, newest first. Error: `list.cursor_invalid`. */
export async function listAsks(
  ctx: Ctx,
  { workspace, q, cursor, limit }: z.output<typeof definition.query>,
): Promise<AnswerOf<typeof definition>> {
  const words = foldText(q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const rows = await ctx.db
    .select({
      id: asks.id,
      workspaceId: asks.workspaceId,
      title: asks.title,
      question: asks.question,
      createdAt: asks.createdAt,
      updatedAt: asks.updatedAt,
    })
    .from(asks)
    .where(
      and(
        eq(asks.askedBy, ctx.userId),
        inLiving(asks.workspaceId),
        workspace ? eq(asks.workspaceId, workspace) : undefined,
        ...words.map((word) => sql`instr(${asks.words}, ${word}) > 0`),
        cursor ? lt(asks.id, placeOf(cursor)) : undefined,
      ),
    )
    .orderBy(desc(asks.id))
    .limit(limit + 1);
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, title: row.title === "" ? row.question : row.title }));
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? cursorAfter(last.id) : null };
}
