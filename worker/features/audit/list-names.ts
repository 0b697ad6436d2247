import { sql } from "drizzle-orm";
import type { Ctx } from "#worker/platform/context.ts";

interface Named {
  id: string;
  name: string;
}

/** Jumps from one actor to the next along the index, however many rows each has. */
const ACTORS = sql`(WITH RECURSIVE actors (id) AS (
    SELECT min(actor_id) FROM audit
    UNION ALL SELECT (SELECT min(actor_id) FROM audit WHERE actor_id > actors.id)
    FROM actors WHERE actors.id IS NOT NULL)
  SELECT id, (SELECT actor_name FROM audit WHERE actor_id = actors.id ORDER BY audit.id DESC LIMIT 1) AS name
  FROM actors WHERE id IS NOT NULL)`;

const named = { id: sql<string>`id`, name: sql<string>`name` };

/** Who has done something, under the last name that the log knows. */
export async function listAuditActors(ctx: Ctx): Promise<{ items: Named[] }> {
  return {
    items: await ctx.db
      .select(named)
      .from(ACTORS)
      .orderBy(sql`name`, sql`id`),
  };
}

/** What records were last called; ids that the log knows no name of are left out. */
export async function listAuditNames(
  ctx: Ctx,
  { ids }: { ids: readonly string[] },
): Promise<{ items: Named[] }> {
  const names = sql`(SELECT wanted.value AS id, ifnull(
      (SELECT label FROM audit WHERE entity_id = wanted.value AND label <> '' ORDER BY id DESC LIMIT 1),
      (SELECT actor_name FROM audit WHERE actor_id = wanted.value ORDER BY id DESC LIMIT 1)) AS name
    FROM json_each(${JSON.stringify(ids)}) AS wanted)`;
  return {
    items: await ctx.db
      .select(named)
      .from(names)
      .where(sql`name IS NOT NULL`),
  };
}
