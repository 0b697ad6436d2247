import { vi } from "vitest";
import type { SqlValue } from "./auth/control-db.ts";
import { poolBindings } from "./env.ts";
import { TENANT_MIGRATIONS } from "./migrations.ts";
import type { TenantRef } from "./tenant-ref.ts";
import { testEnv } from "./testing.ts";

/** Rows of the control database. */
export async function rows<T>(sql: string, ...params: SqlValue[]): Promise<T[]> {
  return (
    await testEnv.CONTROL_DB.prepare(sql)
      .bind(...params)
      .all<T>()
  ).results;
}

/** Waits until everything that changed in the control database has been told to its organizations. */
export async function delivered(): Promise<void> {
  await vi.waitUntil(async () => (await rows("SELECT 1 FROM pending_events")).length === 0, {
    timeout: 10_000,
  });
}

/** Changes the control database behind the Worker's back. */
export async function change(sql: string, ...params: SqlValue[]): Promise<void> {
  await testEnv.CONTROL_DB.prepare(sql)
    .bind(...params)
    .run();
}

/** An organization's database, to read and to harm. */
export interface TestDatabase {
  binding: string;
  rows<T>(sql: string): Promise<T[]>;
  change(sql: string, ...params: SqlValue[]): Promise<void>;
}

function open(binding: string): TestDatabase {
  const database = testEnv[binding as TenantRef["binding"]];
  if (!database) throw new Error(`No database ${binding}`);
  return {
    binding,
    rows: async <T>(sql: string) => (await database.prepare(sql).all<T>()).results,
    change: async (sql, ...params) => {
      await database
        .prepare(sql)
        .bind(...params)
        .run();
    },
  };
}

/** The database of an organization. */
export async function databaseOf(organizationId: string): Promise<TestDatabase> {
  const sql = "SELECT binding FROM slots WHERE organization_id = ?";
  const [slot] = await rows<{ binding: string }>(sql, organizationId);
  return open(slot?.binding ?? "none");
}

/** The database that the next registration will get. */
export async function nextDatabase(): Promise<TestDatabase> {
  const taken = await rows<{ binding: string }>(
    "SELECT binding FROM slots WHERE organization_id IS NOT NULL OR set_aside_at IS NOT NULL",
  );
  const used = new Set(taken.map((slot) => slot.binding));
  return open(poolBindings(testEnv).find((binding) => !used.has(binding)) ?? "none");
}

/** Makes a free database look as if another organization had moved in. */
export async function occupy(database: TestDatabase, organizationId: string): Promise<void> {
  await database.change(
    "CREATE TABLE _meta (only_row INTEGER PRIMARY KEY, organization_id TEXT, created_at TEXT)",
  );
  await database.change("INSERT INTO _meta VALUES (1, ?, '')", organizationId);
  await database.change("CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)");
  for (const { name } of TENANT_MIGRATIONS) {
    await database.change("INSERT INTO d1_migrations (name) VALUES (?)", name);
  }
}
