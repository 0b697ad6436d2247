import { fail } from "#domain/errors.ts";
import type { Env } from "#worker/platform/env.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { exportedTables, quoted, STAGED, type TableShape } from "./tables.ts";

/** A table's copy: its rows are numbered from 1 on, in the order of the primary key. */
export type StagedTable = Pick<TableShape, "name" | "columns" | "withheld"> & { rows: number };

/** What all tables showed at one instant. */
export interface Staged {
  at: string;
  schema: string[];
  tables: StagedTable[];
  /** Boards by id, with the version up to which the tables know each. */
  boards: { id: string; projected: number }[];
}

const copyOf = (name: string) => quoted(`${STAGED}${name}`);

/** Drops the copies that a job made, or that one before it left behind. */
export async function unstage(env: Env, tenant: TenantRef): Promise<void> {
  const database = tenantDatabase(env, tenant);
  const { results } = await database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '${STAGED}*'`)
    .all<{ name: string }>();
  const [first, ...rest] = results.map(({ name }) =>
    database.prepare(`DROP TABLE ${quoted(name)}`),
  );
  if (first) await database.batch([first, ...rest]);
}

/**
 * Copies every exported table in one batch, which is one transaction: the copies show the same instant, and what is
 * written from then on doesn't touch them. Takes the size of the database once more until `unstage`.
 * @param at ISO 8601 UTC, from the caller's clock.
 */
export async function stage(env: Env, tenant: TenantRef, at: string): Promise<Staged> {
  await unstage(env, tenant);
  const database = tenantDatabase(env, tenant);
  const tables = await exportedTables(env, tenant);
  const owner = database.prepare("SELECT organization_id AS id FROM _meta");
  const copies = tables.map(({ name, columns, order }) =>
    database.prepare(
      `CREATE TABLE ${copyOf(name)} AS SELECT ${columns.map(quoted).join()} FROM ${quoted(name)}
       ORDER BY ${order.length > 0 ? order.map(quoted).join() : "rowid"}`,
    ),
  );
  const counts = tables.map(({ name }) =>
    database.prepare(`SELECT count(*) AS rows, max(rowid) AS last FROM ${copyOf(name)}`),
  );
  const [meta, ...answers] = await database.batch<Record<string, unknown>>([
    owner,
    ...copies,
    ...counts,
    database.prepare("SELECT name FROM d1_migrations ORDER BY id"),
    database.prepare(
      `SELECT b.id, ifnull(p.version, 0) AS projected FROM boards b
       LEFT JOIN projections p ON p.source = 'boards/' || b.id ORDER BY b.id`,
    ),
  ]);
  if (meta?.results[0]?.["id"] !== tenant.organizationId) {
    await unstage(env, tenant);
    fail("organization.unavailable", { reason: "identity" });
  }
  const [schema, boards] = answers.slice(-2);
  return {
    at,
    schema: (schema?.results ?? []).map((row) => String(row["name"])),
    boards: (boards?.results ?? []) as unknown as Staged["boards"],
    tables: tables.map(({ name, columns, withheld }, index) => {
      const count = answers[copies.length + index]?.results[0];
      return { name, columns, withheld, rows: Number(count?.["rows"] ?? 0) };
    }),
  };
}

/** Rows that are looked at for one page; bytes bound it as well. */
const LOOK_AHEAD = 2000;

/** Terms added up two by two: SQLite takes expressions up to a depth only. */
function sum(terms: readonly string[]): string {
  if (terms.length <= 1) return terms[0] ?? "0";
  const half = Math.ceil(terms.length / 2);
  return `(${sum(terms.slice(0, half))} + ${sum(terms.slice(half))})`;
}

/** One page of a copy as lines, each with a line feed. */
export interface Page {
  text: string;
  rows: number;
  /** The number of the last row; a page that reaches the table's count is the last. */
  last: number;
}

/**
 * The rows of a copy after a number, up to about so many bytes and at least one, as NDJSON: an object a row, its columns
 * in their order.
 */
export async function readStaged(
  env: Env,
  tenant: TenantRef,
  table: StagedTable,
  after: number,
  bytes: number,
): Promise<Page> {
  const columns = table.columns.map(quoted);
  const size = sum(columns.map((column) => `ifnull(length(CAST(${column} AS BLOB)), 4)`));
  const found = await tenantDatabase(env, tenant)
    .prepare(
      `SELECT _n, ${columns.join()} FROM (
         SELECT rowid AS _n, *, sum(${size}) OVER (ORDER BY rowid) AS _total
         FROM (SELECT rowid, * FROM ${copyOf(table.name)} WHERE rowid > ?1 ORDER BY rowid LIMIT ${LOOK_AHEAD}))
       WHERE _total <= ?2 OR _n = ?1 + 1 ORDER BY _n`,
    )
    .bind(after, bytes)
    .raw();
  const lines = found.map(([, ...values]) => lineOf(table, values));
  return { text: lines.join(""), rows: lines.length, last: Number(found.at(-1)?.[0] ?? after) };
}

/** A row as a line. A BLOB would not come back as it was: no table of ours has one. */
function lineOf(table: StagedTable, values: readonly unknown[]): string {
  const row: Record<string, unknown> = {};
  table.columns.forEach((column, index) => {
    const value = values[index];
    if (typeof value === "object" && value !== null)
      throw new Error(`Column ${table.name}.${column} holds bytes, which no archive carries`);
    row[column] = value ?? null;
  });
  return `${JSON.stringify(row)}\n`;
}
