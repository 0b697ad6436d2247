import { afterAll, beforeAll, expect, it } from "vitest";
import { judgeJoin } from "#domain/analytics/joins/measure.ts";
import { keepEngine, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { measureJoin } from "./measure-join.ts";

let keeper: EngineKeeper;
beforeAll(async () => {
  keeper = keepEngine(() => nodeEngine());
  await keeper.use(async (engine) => {
    await engine.run(
      `CREATE TABLE ventes AS SELECT CASE WHEN i % 43 = 0 THEN NULL WHEN i % 43 = 1 THEN 'inconnu' ELSE 'C' || (i % 40) END AS "Code client" FROM range(430) r(i)`,
    );
    await engine.run(
      `CREATE TABLE clients AS SELECT 'C' || i AS id, i % 2 AS paire FROM range(50) r(i)`,
    );
  });
}, 30_000);
afterAll(() => keeper.end());

const of = (column: string) => ({
  from: { table: "ventes", column: "Code client" },
  to: { table: "clients", column },
  score: 1,
});

it("counts the rows that find their counterpart, those without a key as not found", async () => {
  const figures = await measureJoin(keeper, of("id"));
  expect(figures).toEqual({ rows: 430, found: 410, shared: 40, mostLeft: 11, mostRight: 1 });
  expect(judgeJoin(of("id"), figures)).toBe("many-to-one");
});

it("sees that the right side repeats its keys, and fails where a column is not there", async () => {
  const turned = { from: of("id").to, to: of("id").from, score: 1 };
  const figures = await measureJoin(keeper, turned);
  expect(figures).toMatchObject({ rows: 50, found: 40, mostRight: 11 });
  expect(judgeJoin(turned, figures)).toBeNull();
  await expect(measureJoin(keeper, of("nulle_part"))).rejects.toThrow("nulle_part");
});
