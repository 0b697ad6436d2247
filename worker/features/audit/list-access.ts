import { desc } from "drizzle-orm";
import type { listAccess as route } from "#domain/audit/api.ts";
import { placeOf } from "#domain/audit/cursor.ts";
import type { AccessFilter } from "#domain/audit/filter.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { accessCondition } from "./conditions.ts";
import { pageOf, shownKind } from "./queries.ts";
import { accessLog } from "./schema.ts";

/** Who read what is sensitive, last first, page by page. Error: `audit.cursor_invalid`. */
export async function listAccess(
  ctx: Ctx,
  { cursor, limit, ...filter }: AccessFilter & { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof route>> {
  const rows = await ctx.db
    .select()
    .from(accessLog)
    .where(accessCondition(filter, placeOf(cursor)))
    .orderBy(desc(accessLog.id))
    .limit(limit + 1);
  const found = rows.map(({ actorId, actorName, actorKind, ...row }) => ({
    ...row,
    actor: { id: actorId, name: actorName, kind: shownKind(actorId, actorKind) },
  }));
  return pageOf(found, limit);
}
