import { fail } from "#domain/errors.ts";
import { isoNow, type Clock } from "./clock.ts";
import { TENANT_MIGRATIONS, type Migration } from "./migrations.ts";
import type { TenantRef } from "./tenant-ref.ts";

const LEDGER =
  "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)";

/** Cuts a migration file at its `--> statement` lines. Triggers hold semicolons, so those do not cut. */
export function splitStatements(sql: string): string[] {
  return sql
    .split(/^--> statement$/m)
    .map((part) => part.trim())
    .filter((part) => part.replaceAll(/^--.*$/gm, "").trim() !== "");
}

/**
 * Brings a database to the last migration: each file is one batch together with its row in
 * `d1_migrations` (wrangler's own table), so a file applies whole or not at all.
 * @returns the names that were applied now.
 */
export async function applyMigrations(
  db: D1Database,
  list: readonly Migration[] = TENANT_MIGRATIONS,
): Promise<string[]> {
  await db.prepare(LEDGER).run();
  const rows = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const done = new Set(rows.results.map((row) => row.name));
  const fresh = list.filter((migration) => !done.has(migration.name));
  for (const migration of fresh) {
    try {
      await db.batch([
        ...splitStatements(migration.sql).map((statement) => db.prepare(statement)),
        db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(migration.name),
      ]);
    } catch (error) {
      // Two requests may find the same file missing: the second one fails whole, and all is well.
      const other = "SELECT 1 FROM d1_migrations WHERE name = ?";
      if (!(await db.prepare(other).bind(migration.name).first())) throw error;
    }
  }
  return fresh.map((migration) => migration.name);
}

/** Writes the identity row of a fresh database. Refuses a database that already belongs to somebody else. */
export async function claimDatabase(
  db: D1Database,
  tenant: TenantRef,
  clock: Clock,
): Promise<void> {
  await db
    .prepare("INSERT OR IGNORE INTO _meta (only_row, organization_id, created_at) VALUES (1, ?, ?)")
    .bind(tenant.organizationId, isoNow(clock))
    .run();
  const owner = await db.prepare("SELECT organization_id AS id FROM _meta").first<{ id: string }>();
  if (owner?.id !== tenant.organizationId) {
    fail("organization.unavailable", { reason: "identity" });
  }
}
