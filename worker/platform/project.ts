import { log } from "./log.ts";
import type { Env } from "./env.ts";
import { roomName, tenantDatabase } from "./tenant.ts";
import type { TenantRef } from "./tenant-ref.ts";

type Cell = string | number | null;

/**
 * Rows of a projected table: each has an `id` and the `src_version` of the object's log that made it. `owner` is
 * the column that names the object: ids are unique below it only.
 */
export interface ProjectedRows {
  table: string;
  owner: string;
  columns: readonly string[];
  rows: readonly Record<string, Cell>[];
}

const AUDIT = [
  "source",
  "at",
  "actor_id",
  "actor_name",
  "actor_kind",
  "action",
  "entity",
  "entity_id",
  "label",
  "container_id",
  "changes",
  "request_id",
] as const;

/** What an object that owns its truth tells D1. `source` names the object, such as `boards/brd_…`. */
export interface Projection {
  source: string;
  /** The version up to which D1 has everything once this is written. */
  version: number;
  tables: readonly [ProjectedRows, ...ProjectedRows[]];
  /** Keyed by `source`, so that a repeated projection writes each once. `changes` is JSON. */
  audit: readonly (Record<(typeof AUDIT)[number], string> & { address: string | null })[];
  /** Of records in the first table, by its `owner` and `id`; `gone` takes the search row out. */
  search: readonly (Record<
    "entity" | "entity_id" | "permission" | "title" | "subtitle" | "body" | "href",
    string
  > & { owner: string; id: string; src_version: number; gone: 0 | 1 })[];
  /** Rows that are written once, whatever is projected again: the table's own keys say which. */
  once?: {
    table: string;
    columns: readonly string[];
    rows: readonly (Record<string, Cell> & { user_id: string })[];
  };
  /**
   * Rows of the outbox about single records: `sql` takes `rows` as JSON and meets the first table as it still was, the
   * others as they become. Each row is told once, by its `source`.
   */
  news?: { sql: string; rows: readonly object[] };
  live: Record<
    "actor_id" | "actor_name" | "topic" | "permission" | "entity" | "entity_id",
    string
  > & {
    at: string;
    type: string;
    after: string;
  };
}

/** Bound parameters may be 2 MB: rows go in parts of less. */
const PART_BYTES = 400_000;

function parts(rows: readonly object[]): string[] {
  const out: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (bytes + text.length > PART_BYTES && part.length > 0) {
      out.push(`[${part.join()}]`);
      part = [];
      bytes = 0;
    }
    part.push(text);
    bytes += text.length;
  }
  return part.length > 0 ? [...out, `[${part.join()}]`] : out;
}

const cell = (column: string) => `value ->> '$.${column}'`;

/** An upsert that never goes back: a row of a later version stays as it is. */
export function upsertSql({ table, owner, columns }: ProjectedRows): string {
  const updated = columns.filter((column) => column !== "id" && column !== owner);
  return `INSERT INTO ${table} (${columns.join()}) SELECT ${columns.map(cell).join()} FROM json_each(?) WHERE true
    ON CONFLICT (${owner}, id) DO UPDATE SET ${updated.map((column) => `${column} = excluded.${column}`).join()}
    WHERE excluded.src_version > ${table}.src_version`;
}

const SEARCH = ["entity", "entity_id", "permission", "title", "subtitle", "body", "href"];

/** Statements that follow the record's row: they do nothing when a later version is already there. */
export function searchSql({ table, owner }: ProjectedRows) {
  const current = `EXISTS (SELECT 1 FROM ${table} WHERE ${owner} = ${cell("owner")} AND id = ${cell("id")}
    AND src_version = ${cell("src_version")})`;
  return {
    put: `INSERT INTO search_docs (${SEARCH.join()}) SELECT ${SEARCH.map(cell).join()} FROM json_each(?)
      WHERE ${cell("gone")} = 0 AND ${current}
      ON CONFLICT (entity_id) DO UPDATE SET ${SEARCH.map((name) => `${name} = excluded.${name}`).join()}`,
    take: `DELETE FROM search_docs WHERE entity_id IN (SELECT ${cell("entity_id")} FROM json_each(?)
      WHERE ${cell("gone")} = 1 AND ${current})`,
  };
}

const onceSql = ({ table, columns }: NonNullable<Projection["once"]>) =>
  `INSERT OR IGNORE INTO ${table} (${columns.join()}) SELECT ${columns.map(cell).join()} FROM json_each(?)`;

/** The statement for all rows, in parts that D1 takes. */
export function bound(
  database: D1Database,
  sql: string,
  rows: readonly object[],
): D1PreparedStatement[] {
  return parts(rows).map((json) => database.prepare(sql).bind(json));
}

/** Breaks the batch when the database is another organization's. The batch ends with `DELETE FROM _guard`. */
export function identityGuard(database: D1Database, tenant: TenantRef): D1PreparedStatement {
  return database
    .prepare(
      "INSERT INTO _guard (ok) VALUES (CASE WHEN EXISTS (SELECT 1 FROM _meta WHERE organization_id = ?) THEN 1 ELSE -1 END)",
    )
    .bind(tenant.organizationId);
}

/**
 * Writes a projection in one batch: identity guard, rows, audit, search, one live event, watermark. Beside
 * `commit` the only writer of an organization's database. It may be repeated and may arrive out of order.
 * Throws what D1 throws: the object tries again.
 */
export async function project(env: Env, tenant: TenantRef, plan: Projection): Promise<void> {
  const database = tenantDatabase(env, tenant);
  const search = searchSql(plan.tables[0]);
  const live = { source: `${plan.source}@${plan.version}`, ...plan.live };
  const names = Object.keys(live);
  const audit = [...AUDIT, "address"];
  const [first, ...others] = plan.tables;
  const upserts = (tables: readonly ProjectedRows[]) =>
    tables.flatMap((rows) => bound(database, upsertSql(rows), rows.rows));
  await database.batch([
    identityGuard(database, tenant),
    ...upserts(others),
    ...(plan.news ? bound(database, plan.news.sql, plan.news.rows) : []),
    ...upserts([first]),
    ...bound(
      database,
      `INSERT OR IGNORE INTO audit (${audit.join()}) SELECT ${audit.map(cell).join()} FROM json_each(?)`,
      plan.audit,
    ),
    ...(plan.once ? bound(database, onceSql(plan.once), plan.once.rows) : []),
    ...bound(database, search.put, plan.search),
    ...bound(database, search.take, plan.search),
    database
      .prepare(
        `INSERT OR IGNORE INTO outbox (${names.join()}) VALUES (${names.map(() => "?").join()})`,
      )
      .bind(...Object.values(live)),
    database
      .prepare(
        `INSERT INTO projections (source, version) VALUES (?1, ?2)
         ON CONFLICT (source) DO UPDATE SET version = max(version, ?2)`,
      )
      .bind(plan.source, plan.version),
    database.prepare("DELETE FROM _guard"),
  ]);
  await env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox"))
    .poke(tenant)
    .catch((error: unknown) => log("warn", "outbox.poke_failed", { error: String(error) }));
}
