import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { runRead, SqlRefused } from "./read.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run("CREATE TABLE ventes AS SELECT range AS n, range % 3 AS g FROM range(10)");
  await engine.register("local/a.csv", new Blob(["a;b\n1;2\n"]));
}, 30_000);
afterAll(() => engine.terminate());

const read = (sql: string, limit = 100) => runRead(engine, sql, { limit });

describe("what a person may run", () => {
  it.each([
    "SELECT * FROM ventes",
    "select 1;",
    "SELECT 1 -- a comment",
    "WITH x AS (SELECT 1 AS a) SELECT * FROM x",
    "FROM ventes",
    "VALUES (1), (2)",
    "SUMMARIZE ventes",
    "DESCRIBE ventes",
    "SELECT * FROM ventes ORDER BY n DESC LIMIT 3",
    "SELECT * FROM read_csv('local/a.csv', delim = ';')",
  ])("%s", async (sql) => {
    expect((await read(sql)).rows.length).toBeGreaterThan(0);
  });
});

describe("what is refused", () => {
  it.each([
    "DROP TABLE ventes",
    "INSERT INTO ventes VALUES (1, 2)",
    "UPDATE ventes SET n = 0",
    "DELETE FROM ventes",
    "CREATE TABLE x AS SELECT 1",
    "COPY ventes TO 'local/out.csv'",
    "SET memory_limit = '9GB'",
    "PRAGMA database_list",
    "ATTACH 'x.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "EXPORT DATABASE 'local/x'",
    "CALL pragma_version()",
    "SELECT 1; DROP TABLE ventes",
    "SELECT 1); DROP TABLE ventes; SELECT * FROM (SELECT 1",
    "SELECT 1) LIMIT 1; DROP TABLE ventes; --",
    "SELECT * FROM query('DROP TABLE ventes')",
    "WITH gone AS (DELETE FROM ventes RETURNING *) SELECT * FROM gone",
    "SELECT * FROM read_csv('https://example.org/a.csv')",
    "SELECT * FROM 'https://example.org/a.parquet'",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_text('local/../../etc/passwd')",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM read_parquet('local/a.parquet')",
    "SELECT json_extract('{}', '$.a')",
    "SELECT /* open",
    "",
    " ; ",
  ])("%s", async (sql) => {
    await expect(read(sql)).rejects.toBeInstanceOf(SqlRefused);
    expect(await engine.run("SELECT count(*) AS n FROM ventes")).toEqual([{ n: 10 }]);
  });
});

describe("results", () => {
  it("stops at the limit and says that there is more", async () => {
    expect(await read("FROM range(500)", 100)).toMatchObject({ more: true, rows: { length: 100 } });
    expect(await read("FROM range(100)", 100)).toMatchObject({
      more: false,
      rows: { length: 100 },
    });
  });

  it("tells the kinds of columns, also of an empty result", async () => {
    const sql =
      "SELECT 1 AS i, 1.25::DECIMAL(9,2) AS d, 'é' AS t, DATE '2026-01-02' AS le, TIMESTAMP '2026-01-02 03:04:05' AS vu, true AS b, sum(n) AS s, [1, 2] AS l, TIME '10:05:00' AS h FROM ventes";
    const full = await read(sql);
    expect(full.columns.map(({ kind }) => kind)).toEqual([
      "integer",
      "number",
      "text",
      "date",
      "timestamp",
      "boolean",
      "number",
      "text",
      "text",
    ]);
    expect(full.rows[0]).toEqual([
      1,
      1.25,
      "é",
      Date.UTC(2026, 0, 2),
      Date.UTC(2026, 0, 2, 3, 4, 5),
      true,
      45,
      "[1,2]",
      "10:05:00",
    ]);
    const empty = await read("SELECT n, 'x' AS t FROM ventes WHERE false");
    expect(empty.rows).toEqual([]);
    expect(empty.columns.map(({ name }) => name)).toEqual(["n", "t"]);
  });

  it("gives the database's own words without our frame", async () => {
    await expect(read("SELECT nn FROM ventes")).rejects.toThrow(/nn/);
    await expect(read("SELECT nn FROM ventes")).rejects.toMatchObject({
      refusal: { code: "unknown-column", name: "nn" },
    });
    for (const sql of ["DROP TABLE ventes", "SELECT 1; SELECT 2", "SELEC 1", "INSTALL httpfs"]) {
      const refusal: unknown = await read(sql).catch((error: unknown) => error);
      expect(String(refusal)).toMatch(/Parser Error/);
      expect(String(refusal)).not.toMatch(/SELECT \* FROM \(|LIMIT/);
    }
  });

  it("cancels a read that runs", async () => {
    const sql = "SELECT count(*), sum(a.range * b.range) FROM range(200000) a, range(200000) b";
    const started = performance.now();
    await expect(
      runRead(engine, sql, { limit: 10, signal: AbortSignal.timeout(200) }),
    ).rejects.toThrow(/abort|timeout/i);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect((await read("SELECT 42 AS n")).rows).toEqual([[42]]);
  });
});
