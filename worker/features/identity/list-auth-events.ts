import { kindsIn, type EventGroup } from "#domain/identity/event-groups.ts";
import type { listAuthEvents as route } from "#domain/identity/api.ts";
import type { AuthEventKind } from "#domain/identity/model.ts";
import type { AnswerOf } from "#domain/route.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { Ctx } from "#worker/platform/context.ts";

interface Row {
  id: string;
  kind: AuthEventKind;
  at: string;
  device: string | null;
  place: string | null;
  address: string | null;
}

/** What happened to the signed-in person's account, newest first, of one group if asked, page by page. */
export async function listAuthEvents(
  ctx: Ctx,
  input: { group?: EventGroup | undefined; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof route>> {
  const { group, cursor, limit } = input;
  const found = await controlDb(ctx).all<Row>(
    `SELECT id, kind, at, detail ->> '$.device' AS device, place, address
     FROM auth_events WHERE user_id = ? AND id < ?
       AND (?3 IS NULL OR kind IN (SELECT value FROM json_each(?3)))
     ORDER BY id DESC LIMIT ?4`,
    ctx.userId,
    cursor ?? "aev_~",
    group ? JSON.stringify(kindsIn(group)) : null,
    limit + 1,
  );
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
