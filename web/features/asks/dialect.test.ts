import { afterAll, beforeAll, expect, it } from "vitest";
import { RULES } from "#domain/asks/rules.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(
    "CREATE TABLE t AS SELECT CASE WHEN i < 3 THEN NULL ELSE DATE '2026-01-01' END AS d FROM range(9) r(i)",
  );
}, 60_000);
afterAll(() => engine.terminate());

const one = async (sql: string) => (await runRead(engine, sql, { limit: 1 })).rows[0]?.[0];

// Where this fails, the engine has been mended: the rule can go.
it("the model is told that this engine never finds date_trunc to be NULL", async () => {
  expect(await one("SELECT count(*) FROM t WHERE date_trunc('month', d) IS NULL")).toBe(0);
  expect(await one("SELECT count(*) FROM t WHERE d IS NULL")).toBe(3);
  expect(RULES).toMatch(/date_trunc\(…, d\).*never NULL.*WHERE d IS NOT NULL/);
});

it.each(["current_date", "today()", "d AT TIME ZONE 'Europe/Paris'"])(
  "what the model is told there is not, is not there: %s",
  async (what) => {
    await expect(one(`SELECT ${what} FROM t`)).rejects.toThrow(/Error: /);
  },
);
