import { and, sql, type SQL } from "drizzle-orm";
import type { ClientTotals, listClients as route } from "#domain/clients/api.ts";
import type { ClientFilter } from "#domain/clients/filter.ts";
import { cursorAfter } from "#domain/clients/cursor.ts";
import type { ClientOrder } from "#domain/clients/order.ts";
import type { AnswerOf } from "#domain/route.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { conditionOf } from "./conditions.ts";
import { afterCursor, orderOf } from "./order.ts";
import { recordColumns, viewOf } from "./record.ts";
import { clients } from "./schema.ts";

interface ListInput extends ClientFilter, ClientOrder {
  cursor?: string | undefined;
  limit: number;
  today?: string | undefined;
}

/** What the filter adds up to, as JSON. A scalar subquery, so that page and totals are one round trip. */
function totalsOf(filter: ClientFilter, today: string): SQL<string> {
  return sql<string>`(SELECT json_object(
    'count', count(*),
    'all', (SELECT count(*) FROM clients WHERE deleted_at IS NULL),
    'stages', count(DISTINCT ${clients.stage}),
    'late', ifnull(sum(${clients.nextActionOn} < ${today}), 0),
    'estimatedMinor', ifnull(sum(${clients.estimatedMinor}), 0)
  ) FROM clients WHERE ${conditionOf(filter)})`;
}

/**
 * One page of the clients that match, with what all of them add up to.
 * Error: `client.cursor_invalid`.
 */
export async function listClients(ctx: Ctx, input: ListInput): Promise<AnswerOf<typeof route>> {
  const { cursor, limit } = input;
  const totals = totalsOf(input, input.today ?? isoNow(ctx.clock).slice(0, 10));
  const page = ctx.db
    .select({ client: recordColumns, totals })
    .from(clients)
    .where(and(conditionOf(input), cursor ? afterCursor(cursor, input) : undefined))
    .orderBy(...orderOf(input))
    .limit(limit + 1);
  const [rows, actor] = await Promise.all([page, ctx.actor()]);
  const records = rows.slice(0, limit).map((row) => row.client);
  const last = records.at(-1);
  return {
    items: records.map((record) => viewOf(record, actor)),
    nextCursor: last && rows.length > limit ? cursorAfter(last, input) : null,
    totals: JSON.parse(rows[0]?.totals ?? (await readTotals(ctx, totals))) as ClientTotals,
  };
}

/** The totals alone, for a page without rows: nothing matches, or what followed the cursor was deleted. */
async function readTotals(ctx: Ctx, totals: SQL<string>): Promise<string> {
  const [row] = await ctx.db.select({ totals }).from(sql`(SELECT 1)`);
  return row?.totals ?? "{}";
}
