import { sha256 } from "./bytes.ts";
import type { Env } from "./env.ts";
import { log } from "./log.ts";
import { bound, identityGuard, type Projection, searchSql, upsertSql } from "./project.ts";
import { tenantDatabase } from "./tenant.ts";
import type { TenantRef } from "./tenant-ref.ts";

type Row = Record<string, unknown>;

/** What an object holds of one table in a stretch of ids: all rows after `from`, up to and with `to`; null is no bound. */
export interface Stretch {
  source: string;
  /** The value of the table's owner column. */
  owner: string;
  from: string | null;
  to: string | null;
  table: Projection["tables"][number];
  /** Of the rows of this table; null when it has none. */
  search: Projection["search"] | null;
  /** Ids that the object has changed since it last wrote to D1: they are on their way. */
  passing: ReadonlySet<string>;
}

const SEARCH = ["entity", "entity_id", "permission", "title", "subtitle", "body", "href"] as const;

/** Rows as lines that compare, by key. */
function linesOf(rows: readonly Row[], key: string, columns: readonly string[]) {
  return new Map(
    rows.map((row) => [String(row[key]), JSON.stringify(columns.map((name) => row[name]))]),
  );
}

const hashOf = (lines: ReadonlyMap<string, string>) =>
  sha256([...lines.values()].toSorted().join("\n"));

/** Keys under which two sides don't say the same. Equal hashes need no second look. */
async function unlike(
  due: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): Promise<string[]> {
  if ((await hashOf(due)) === (await hashOf(found))) return [];
  const keys = new Set([...due.keys(), ...found.keys()]);
  return [...keys].filter((key) => due.get(key) !== found.get(key));
}

/**
 * Holds a stretch of a projected table and of the search against what its object says, by hash and then row by row.
 * What differs is taken out and written anew from the object in one batch, whatever version it claims, and each row is
 * logged. To be called while the object writes nothing else to D1.
 * @returns how many rows differed.
 */
export async function reconcile(env: Env, tenant: TenantRef, stretch: Stretch): Promise<number> {
  const { table, owner, search, passing, source } = stretch;
  const database = tenantDatabase(env, tenant);
  const [from, to] = [stretch.from ?? "", stretch.to ?? "\uffff"];
  const stored = `SELECT ${table.columns.join()} FROM ${table.table} WHERE ${table.owner} = ? AND id > ? AND id <= ?`;
  const found = `SELECT ${SEARCH.join()} FROM search_docs WHERE entity_id > ? AND entity_id <= ?`;
  const [rows, docs] = await database.batch<Row>([
    database.prepare(stored).bind(owner, from, to),
    database.prepare(found).bind(`${owner}/${from}`, `${owner}/${to}`),
  ]);
  const steady = (list: readonly Row[], key: string, prefix = "") =>
    list.filter((row) => !passing.has(String(row[key]).slice(prefix.length)));
  const wrong = await unlike(
    linesOf(steady(table.rows, "id"), "id", table.columns),
    linesOf(steady(rows?.results ?? [], "id"), "id", table.columns),
  );
  const shown = (search ?? []).filter(({ gone }) => gone === 0);
  const seen = search ? (docs?.results ?? []) : [];
  const lost = await unlike(
    linesOf(steady(shown, "entity_id", `${owner}/`), "entity_id", SEARCH),
    linesOf(steady(seen, "entity_id", `${owner}/`), "entity_id", SEARCH),
  );
  if (wrong.length + lost.length === 0) return 0;
  for (const id of wrong) log("warn", "projection.repaired", { source, table: table.table, id });
  for (const id of lost) log("warn", "projection.repaired", { source, table: "search_docs", id });
  const fix = { ...table, rows: table.rows.filter(({ id }) => wrong.includes(String(id))) };
  const put = shown.filter(({ entity_id }) => lost.includes(entity_id));
  await database.batch([
    identityGuard(database, tenant),
    database
      .prepare(
        `DELETE FROM ${table.table} WHERE ${table.owner} = ? AND id IN (SELECT value FROM json_each(?))`,
      )
      .bind(owner, JSON.stringify(wrong)),
    ...bound(database, upsertSql(table), fix.rows),
    database
      .prepare("DELETE FROM search_docs WHERE entity_id IN (SELECT value FROM json_each(?))")
      .bind(JSON.stringify(lost)),
    ...bound(database, searchSql(table).put, put),
    database.prepare("DELETE FROM _guard"),
  ]);
  return wrong.length + lost.length;
}
