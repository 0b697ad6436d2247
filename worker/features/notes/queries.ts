import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { z } from "zod";
import type { listNotes as definition } from "#domain/notes/api.ts";
import { placeOf } from "#domain/notes/cursor.ts";
import type { NoteRecord } from "#domain/notes/model.ts";
import { ftsQuery } from "#domain/search/match.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { itemColumns, recordColumns } from "./record.ts";
import { notes } from "./schema.ts";

type Query = z.output<typeof definition.query>;

/** One note, or null. Deleted ones only when asked for. */
export async function findNote(
  ctx: Ctx,
  id: string,
  life: "living" | "deleted" = "living",
): Promise<NoteRecord | null> {
  const alive = life === "living" ? isNull(notes.deletedAt) : isNotNull(notes.deletedAt);
  const rows = await ctx.db
    .select(recordColumns)
    .from(notes)
    .where(and(eq(notes.id, id), alive));
  return rows[0] ?? null;
}

/** Notes whose search row holds every word; without a word there is nothing to find. */
function holdsWords(words: string) {
  const match = ftsQuery(words);
  if (!match) return sql`0`;
  return sql`${notes.id} IN (SELECT entity_id FROM search_docs
    WHERE entity = 'note' AND id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${match}))`;
}

function after(cursor: string) {
  const { heldOn, id } = placeOf(cursor);
  return or(lt(notes.heldOn, heldOn), and(eq(notes.heldOn, heldOn), lt(notes.id, id)));
}

/** Up to `limit` notes that match, without their texts, latest meeting first. Error: `note.cursor_invalid`. */
export function pageNotes(ctx: Ctx, query: Query, limit: number) {
  const { q, client, from, to, ids, cursor } = query;
  return ctx.db
    .select(itemColumns)
    .from(notes)
    .where(
      and(
        isNull(notes.deletedAt),
        q ? holdsWords(q) : undefined,
        client ? eq(notes.clientId, client) : undefined,
        from ? gte(notes.heldOn, from) : undefined,
        to ? lte(notes.heldOn, to) : undefined,
        ids
          ? inArray(notes.id, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
          : undefined,
        cursor ? after(cursor) : undefined,
      ),
    )
    .orderBy(desc(notes.heldOn), desc(notes.id))
    .limit(limit);
}
