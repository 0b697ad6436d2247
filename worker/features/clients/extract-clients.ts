import { and, asc, gt, isNull } from "drizzle-orm";
import type { Extracted } from "#domain/own-data/extracted.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { clients } from "./schema.ts";

const day = (instant: string | null): string | null => instant?.slice(0, 10) ?? null;
/** An empty field is none: a chart or a filter has no use for "". */
const filled = (text: string): string | null => (text === "" ? null : text);

/** Living clients in the order of their ids, as analyses read them: amounts in euros. */
export async function extractClients(ctx: Ctx, after: string, limit: number): Promise<Extracted[]> {
  const rows = await ctx.db
    .select()
    .from(clients)
    .where(and(isNull(clients.deletedAt), gt(clients.id, after)))
    .orderBy(asc(clients.id))
    .limit(limit);
  return rows.map((row) => ({
    after: row.id,
    values: {
      id: row.id,
      company: row.company,
      contact: filled(row.contact),
      status: row.status,
      stage: row.stage,
      stage_since: day(row.stageSince),
      priority: row.priority,
      sector: filled(row.sector),
      size: row.size,
      next_action: filled(row.nextAction),
      next_action_on: row.nextActionOn,
      owner_id: row.ownerId,
      estimated_amount: row.estimatedMinor === null ? null : row.estimatedMinor / 100,
      email: filled(row.email),
      phone: filled(row.phone),
      created_at: row.createdAt,
      updated_at: row.updatedAt,
    },
  }));
}
