/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from "vitest";
import { splitStatements, applyMigrations } from "./migrate.ts";
import { TENANT_MIGRATIONS } from "./migrations.ts";
import { testEnv } from "./testing.ts";

const FILES = Object.keys(import.meta.glob("/migrations/tenant/*.sql", { query: "?url" }));

describe("tenant migrations", () => {
  it("lists every file of the folder, in order", () => {
    const names = FILES.map((path) => path.split("/").at(-1) ?? "").toSorted((a, b) =>
      a.localeCompare(b),
    );
    expect(TENANT_MIGRATIONS.map((migration) => migration.name)).toEqual(names);
  });

  it("cuts at statement lines only, so triggers stay whole", () => {
    const sql = "CREATE TRIGGER t BEGIN SELECT 1; SELECT 2; END;\n--> statement\n-- only words\n";
    expect(splitStatements(sql)).toEqual(["CREATE TRIGGER t BEGIN SELECT 1; SELECT 2; END;"]);
  });

  it("applies each file once when requests meet at a fresh database", async () => {
    const db = testEnv["TENANT_DB_014"] as D1Database;
    const list = [1, 2, 3].map((n) => ({
      name: `000${n}.sql`,
      sql: `CREATE TABLE t${n} (id TEXT);`,
    }));
    await Promise.all([1, 2, 3, 4].map(() => applyMigrations(db, list)));
    const done = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
    expect(done.results.map(({ name }) => name)).toEqual(list.map(({ name }) => name));
  });

  it("applies a broken file not at all and says so", async () => {
    const db = testEnv["TENANT_DB_015"] as D1Database;
    const broken = {
      name: "0002_broken.sql",
      sql: "CREATE TABLE half (id TEXT);\n--> statement\nCREATE TABLE half (id TEXT);",
    };
    const good = { name: "0001_good.sql", sql: "CREATE TABLE good (id TEXT);" };
    await expect(applyMigrations(db, [good, broken])).rejects.toThrow(/already exists/);
    const tables = await db
      .prepare("SELECT name FROM sqlite_master WHERE name IN ('good', 'half')")
      .all<{ name: string }>();
    expect(tables.results).toEqual([{ name: "good" }]);
    expect(await applyMigrations(db, [good])).toEqual([]);
  });
});
