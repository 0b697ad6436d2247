import type { Table } from "#domain/exports/manifest.ts";
import { RestoreFault } from "#domain/exports/restore-model.ts";
import type { Env } from "#worker/platform/env.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { exportedTables, quoted } from "./tables.ts";

/** Bound parameters may be 2 MB: rows go in parts of less. */
const PART_BYTES = 400_000;

/** What was written, so that a part that was written before an interruption is not written again. */
const LEDGER = "CREATE TABLE IF NOT EXISTS _restore (part TEXT PRIMARY KEY) STRICT, WITHOUT ROWID";

/**
 * Makes a fresh database ready to take the rows of an archive: what migrations put into its tables goes. Refuses an archive
 * whose tables or columns are not exactly those of its schema. Throws `RestoreFault`.
 */
export async function expectRows(
  env: Env,
  tenant: TenantRef,
  tables: readonly Table[],
): Promise<void> {
  const shapes = await exportedTables(env, tenant);
  const wanted = shapes.map(({ name, columns }) => `${name}(${columns.join()})`);
  const given = tables.map(({ name, columns }) => `${name}(${columns.join()})`);
  const odd =
    given.find((one, index) => one !== wanted[index]) ??
    (given.length < wanted.length ? wanted[given.length] : null);
  if (odd) throw new RestoreFault("rows", odd.split("(")[0]);
  const database = tenantDatabase(env, tenant);
  await database.prepare(LEDGER).run();
  const begun = await database.prepare("SELECT 1 FROM _restore LIMIT 1").first();
  if (begun) return;
  const seeded = tables.filter(({ name }) => !APPEND_ONLY.has(name));
  await database.batch([
    ...seeded.map(({ name }) => database.prepare(`DELETE FROM ${quoted(name)}`)),
    database.prepare("INSERT INTO _restore (part) VALUES ('')"),
  ]);
}

/** Triggers keep these from being emptied; migrations put nothing into them. */
const APPEND_ONLY = new Set(["audit", "audit_seals", "audit_retention", "access_log"]);

const rank = (name: string) => (name === "audit_retention" ? 0 : 1);

/** Tables in an order in which what is referred to comes first. `audit_retention` comes before what it speaks of. */
export async function inOrder(
  env: Env,
  tenant: TenantRef,
  tables: readonly Table[],
): Promise<string[]> {
  const database = tenantDatabase(env, tenant);
  const [first, ...rest] = tables.map(({ name }) =>
    database.prepare(`PRAGMA foreign_key_list(${quoted(name)})`),
  );
  if (!first) return [];
  const lists = await database.batch<{ table: string }>([first, ...rest]);
  const needs = new Map(
    tables.map(({ name }, index) => [
      name,
      new Set(
        (lists[index]?.results ?? []).map((row) => row.table).filter((other) => other !== name),
      ),
    ]),
  );
  const ordered: string[] = [];
  const left = [...needs.keys()].toSorted((a, b) => rank(a) - rank(b));
  while (left.length > 0) {
    const at = left.findIndex((name) =>
      [...(needs.get(name) ?? [])].every((other) => ordered.includes(other)),
    );
    ordered.push(...left.splice(Math.max(0, at), 1));
  }
  return ordered;
}

/** A row's values in the order of its columns. Throws `RestoreFault` on anything but plain values under exactly these names. */
function valuesOf(table: Table, row: unknown): unknown[] {
  if (typeof row !== "object" || row === null || Array.isArray(row))
    throw new RestoreFault("rows", table.name);
  const names = Object.keys(row);
  if (names.length !== table.columns.length) throw new RestoreFault("rows", table.name);
  return table.columns.map((column) => {
    const value = Object.hasOwn(row, column) ? (row as Record<string, unknown>)[column] : undefined;
    const plain = value === null || typeof value === "string" || Number.isFinite(value);
    if (!plain) throw new RestoreFault("rows", table.name);
    return value;
  });
}

function inParts(rows: readonly unknown[][]): string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (bytes + text.length > PART_BYTES && part.length > 0) {
      parts.push(`[${part.join()}]`);
      part = [];
      bytes = 0;
    }
    part.push(text);
    bytes += text.length;
  }
  return part.length > 0 ? [...parts, `[${part.join()}]`] : parts;
}

/**
 * Writes the rows of one part in one batch, once. What the database itself refuses (a type, a CHECK, a key that comes twice)
 * is a fault of the archive. Throws `RestoreFault`, and what D1 throws when it is away.
 */
export async function writeRows(
  env: Env,
  tenant: TenantRef,
  table: Table,
  part: string,
  lines: readonly unknown[],
): Promise<void> {
  const database = tenantDatabase(env, tenant);
  const done = await database.prepare("SELECT 1 FROM _restore WHERE part = ?").bind(part).first();
  if (done) return;
  const rows = lines.map((line) => valuesOf(table, line));
  const columns = table.columns.map(quoted).join();
  const values = table.columns.map((_, index) => `value ->> ${index}`).join();
  const insert = `INSERT INTO ${quoted(table.name)} (${columns}) SELECT ${values} FROM json_each(?) ORDER BY key`;
  // The log says that it was forgotten up to a seal, which went with it: it must be there for a moment.
  const [before, after] =
    table.name === "audit_retention"
      ? [
          `INSERT INTO audit_seals (id, hash) SELECT value ->> ${table.columns.indexOf("up_to")},
             value ->> ${table.columns.indexOf("hash")} FROM json_each(?)`,
          `DELETE FROM audit_seals WHERE id IN (SELECT value ->> ${table.columns.indexOf("up_to")} FROM json_each(?))`,
        ]
      : [null, null];
  const statements = inParts(rows).flatMap((json) =>
    [before, insert, after].flatMap((sql) => (sql ? [database.prepare(sql).bind(json)] : [])),
  );
  try {
    await database.batch([
      database
        .prepare(
          "INSERT INTO _guard (ok) VALUES (CASE WHEN EXISTS (SELECT 1 FROM _meta WHERE organization_id = ?) THEN 1 ELSE -1 END)",
        )
        .bind(tenant.organizationId),
      ...statements,
      database.prepare("DELETE FROM _guard"),
      database.prepare("INSERT INTO _restore (part) VALUES (?)").bind(part),
    ]);
  } catch (error) {
    if (
      /constraint|mismatch|append_only|refused|cannot store/i.test(String(error)) &&
      !String(error).includes("guard_identity")
    )
      throw new RestoreFault("rows", table.name);
    throw error;
  }
}

/** How many rows each of these tables holds. */
export async function countRows(
  env: Env,
  tenant: TenantRef,
  tables: readonly Table[],
): Promise<number[]> {
  const database = tenantDatabase(env, tenant);
  const [first, ...rest] = tables.map(({ name }) =>
    database.prepare(`SELECT count(*) AS n FROM ${quoted(name)}`),
  );
  if (!first) return [];
  const counts = await database.batch<{ n: number }>([first, ...rest]);
  return counts.map(({ results }) => results[0]?.n ?? 0);
}
