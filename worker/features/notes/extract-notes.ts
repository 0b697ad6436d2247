import { and, asc, gt, isNull, sql } from "drizzle-orm";
import type { Extracted } from "#domain/own-data/extracted.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { notes } from "./schema.ts";

/** Living notes in the order of their ids, without their text. */
export async function extractNotes(ctx: Ctx, after: string, limit: number): Promise<Extracted[]> {
  const rows = await ctx.db
    .select({
      id: notes.id,
      title: notes.title,
      heldOn: notes.heldOn,
      clientId: notes.clientId,
      people: sql<number>`json_array_length(${notes.peopleIds})`,
      createdAt: notes.createdAt,
      updatedAt: notes.updatedAt,
    })
    .from(notes)
    .where(and(isNull(notes.deletedAt), gt(notes.id, after)))
    .orderBy(asc(notes.id))
    .limit(limit);
  return rows.map((row) => ({
    after: row.id,
    values: {
      id: row.id,
      title: row.title,
      held_on: row.heldOn,
      client_id: row.clientId,
      people: row.people,
      created_at: row.createdAt,
      updated_at: row.updatedAt,
    },
  }));
}
