import { sql } from "drizzle-orm";
import { ftsQuery } from "#domain/search/match.ts";
import type { SearchHit } from "#domain/search/api.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { searchDocs } from "#worker/platform/search-tables.ts";

/**
 * Records whose title, subtitle or text hold every word, best first (bm25, titles count most), among those
 * whose permission the person holds.
 */
export async function search(
  ctx: Ctx,
  input: { q: string; limit: number },
): Promise<{ items: SearchHit[] }> {
  const match = ftsQuery(input.q);
  if (!match) return { items: [] };
  const ranked = sql`(SELECT rowid, bm25(search_index, 8.0, 3.0, 1.0) AS score
    FROM search_index WHERE search_index MATCH ${match} ORDER BY score LIMIT 200)`;
  const rows = await ctx.db
    .select({
      entity: searchDocs.entity,
      entityId: searchDocs.entityId,
      title: searchDocs.title,
      subtitle: searchDocs.subtitle,
      href: searchDocs.href,
      permission: searchDocs.permission,
    })
    .from(searchDocs)
    .innerJoin(sql`${ranked} AS hit`, sql`hit.rowid = ${searchDocs.id}`)
    .orderBy(sql`hit.score`);
  const { permissions } = await ctx.actor();
  const items = rows
    .filter((row) => permissions.includes(row.permission))
    .slice(0, input.limit)
    .map(({ permission: _permission, ...hit }) => hit);
  return { items };
}
