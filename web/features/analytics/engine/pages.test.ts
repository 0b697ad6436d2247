import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { orderTable } from "./pages.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(
    "CREATE TABLE t AS SELECT range AS n, CASE WHEN range % 10 = 0 THEN NULL ELSE (range * 7) % 1000 END AS k FROM range(1000)",
  );
}, 30_000);
afterAll(() => engine.terminate());

it("pages a table as it is and in an order, empty cells last, each row once", async () => {
  const plain = await orderTable(engine, "t", undefined);
  expect((await plain.page(500, 3)).rows.map(([n]) => n)).toEqual([500, 501, 502]);
  for (const direction of ["ascending", "descending"] as const) {
    const pages = await orderTable(engine, "t", { column: "k", direction });
    const all = (await Promise.all([0, 300, 600, 900].map((at) => pages.page(at, 300)))).flatMap(
      ({ rows }) => rows,
    );
    expect(new Set(all.map(([n]) => n)).size).toBe(1_000);
    const keys = all.map(([, k]) => k).filter((k) => k !== null) as number[];
    expect(keys).toEqual(keys.toSorted((a, b) => (direction === "ascending" ? a - b : b - a)));
    expect(all.slice(-100).every(([, k]) => k === null)).toBe(true);
  }
});
