import { desc, getTableColumns, sql } from "drizzle-orm";
import { cursorBefore } from "#domain/audit/cursor.ts";
import type { AuditFilter } from "#domain/audit/filter.ts";
import type { ActorKind, AuditEntry } from "#domain/audit/model.ts";
import { isSupport } from "#domain/support/keys.ts";
import { audit } from "#worker/platform/audit-table.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { auditCondition } from "./conditions.ts";

type Row = typeof audit.$inferSelect;

/** What acted: the support is known by the id of its access. */
export function shownKind(actorId: string, kind: ActorKind): ActorKind {
  return isSupport(actorId) ? "support" : kind;
}

/** A row as its reader gets it. */
function entryOf({ actorId, actorName, actorKind, ...row }: Row): AuditEntry {
  return { ...row, actor: { id: actorId, name: actorName, kind: shownKind(actorId, actorKind) } };
}

/** Audit rows that match, last first, those before an id. */
export async function readEntries(
  ctx: Ctx,
  filter: AuditFilter,
  before: number,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await ctx.db
    .select()
    .from(audit)
    .where(auditCondition(filter, before))
    .orderBy(desc(audit.id))
    .limit(limit);
  return rows.map(entryOf);
}

/** The names of the records whose ids stand in the changes of a row: what the log last called them. */
const NAMES = sql<Record<string, string | null>>`(SELECT json_group_object(value, ifnull(
    (SELECT label FROM audit AS named WHERE named.entity_id = value AND label <> '' ORDER BY named.id DESC LIMIT 1),
    (SELECT actor_name FROM audit AS acted WHERE acted.actor_id = value ORDER BY acted.id DESC LIMIT 1)))
  FROM (SELECT DISTINCT value FROM json_tree(${audit}.changes)
    WHERE type = 'text' AND value GLOB '[a-z][a-z][a-z]_*' AND length(value) = 30))`.mapWith(
  (names: string) => JSON.parse(names) as Record<string, string | null>,
);

/** Rows as `readEntries` gives them, each with the names of the records that it speaks of. */
export async function readNamedEntries(
  ctx: Ctx,
  filter: AuditFilter,
  before: number,
  limit: number,
) {
  const rows = await ctx.db
    .select({ ...getTableColumns(audit), names: NAMES })
    .from(audit)
    .where(auditCondition(filter, before))
    .orderBy(desc(audit.id))
    .limit(limit);
  return rows.map(({ names, ...row }) => ({ id: row.id, entry: entryOf(row), names }));
}

/** One more than a page was read: cuts it off and says where the next page begins. */
export function pageOf<T extends { id: number }>(found: readonly T[], limit: number) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && found.length > limit ? cursorBefore(last.id) : null };
}
