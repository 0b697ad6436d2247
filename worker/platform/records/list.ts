import { and, desc, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { cursorAfter, placeOf } from "#domain/listing.ts";
import type { Actor } from "#domain/permissions.ts";
import { ftsQuery } from "#domain/search/match.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { RecordKind, StoredRecord } from "./kind.ts";

/** What every list is asked with. */
interface Asked {
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** How one list differs from the next. */
interface Narrowed<Row, Item extends { id: string }> {
  /** What is read of each, where that is not the whole record. */
  columns?: Record<string, SQLiteColumn | SQL.Aliased>;
  where?: SQL | undefined;
  /** The entity under which search knows these records. */
  entity: string;
  view: (row: Row, actor: Pick<Actor, "permissions">) => Item;
}

/** Records whose search row holds every word; without a word there is nothing to find. */
function holdsWords(id: SQLiteColumn, entity: string, words: string): SQL {
  const match = ftsQuery(words);
  if (!match) return sql`0`;
  return sql`${id} IN (SELECT entity_id FROM search_docs
    WHERE entity = ${entity} AND id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${match}))`;
}

/** One page of the records that match, newest first. Error: `list.cursor_invalid`. */
export async function listRecords<R extends StoredRecord, V, Row, Item extends { id: string }>(
  ctx: Ctx,
  kind: RecordKind<R, V>,
  { q, cursor, limit }: Asked,
  { columns, where, entity, view }: Narrowed<Row, Item>,
): Promise<{ items: Item[]; nextCursor: string | null }> {
  const { table } = kind;
  const reading = ctx.db
    .select(columns ?? kind.columns)
    .from(table)
    .where(
      and(
        isNull(table.deletedAt),
        kind.within,
        where,
        q ? holdsWords(table.id, entity, q) : undefined,
        cursor ? lt(table.id, placeOf(cursor)) : undefined,
      ),
    )
    .orderBy(desc(table.id))
    .limit(limit + 1);
  const [rows, actor] = await Promise.all([reading, ctx.actor()]);
  const items = rows.slice(0, limit).map((row) => view(row as unknown as Row, actor));
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? cursorAfter(last.id) : null };
}
