import { and, isNull, lt, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { ClientFilter } from "#domain/clients/filter.ts";
import { sortKey } from "#domain/collation.ts";
import { ftsQuery } from "#domain/search/match.ts";
import { clients } from "./schema.ts";

/** One bound parameter however long the list is: D1 takes a hundred a statement. */
function oneOf(value: SQLWrapper, list: readonly string[] | undefined): SQL | undefined {
  if (!list) return undefined;
  return sql`${value} IN (SELECT value FROM json_each(${JSON.stringify(list)}))`;
}

function matching(words: string | undefined): SQL | undefined {
  if (!words) return undefined;
  const query = ftsQuery(words);
  if (!query) return sql`0`;
  return sql`${clients.id} IN (
    SELECT search_docs.entity_id FROM search_index
    JOIN search_docs ON search_docs.id = search_index.rowid
    WHERE search_index MATCH ${query} AND search_docs.entity = 'client')`;
}

/** The clients that a filter lets through, without the deleted ones. */
export function conditionOf(filter: ClientFilter): SQL | undefined {
  return and(
    isNull(clients.deletedAt),
    matching(filter.q),
    oneOf(clients.status, filter.status),
    oneOf(clients.stage, filter.stage),
    oneOf(clients.priority, filter.priority),
    oneOf(clients.size, filter.size),
    oneOf(sql`ifnull(${clients.ownerId}, 'none')`, filter.ownerId),
    filter.sector ? sql`ifnull(${clients.sectorKey}, '') = ${sortKey(filter.sector)}` : undefined,
    filter.nextActionBefore ? lt(clients.nextActionOn, filter.nextActionBefore) : undefined,
  );
}
