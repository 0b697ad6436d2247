import { afterAll, beforeAll, expect, it } from "vitest";
import { ColumnProfile } from "#domain/analytics/profile.ts";
import { salesCsv } from "#bench/csv/generate.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";
import { profileTable } from "./profile.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

it("tells types, nulls, bounds, exact counts, top values and histograms", async () => {
  await readFile(
    engine,
    "d;ville;n;ok\n01/01/2026;Lyon;10;oui\n31/01/2026;Lyon;20;non\n;Annecy;30;oui\n15/01/2026;;;oui\n",
  );
  const profiles = await profileTable(engine, "essai", [
    { name: "d", kind: "date" },
    { name: "ville", kind: "text" },
    { name: "n", kind: "integer" },
    { name: "ok", kind: "boolean" },
  ]);
  for (const profile of profiles) ColumnProfile.parse(profile);
  const [d, ville, n, ok] = profiles;
  expect(d).toMatchObject({
    nulls: 1,
    distinct: 3,
    min: Date.UTC(2026, 0, 1),
    max: Date.UTC(2026, 0, 31),
  });
  expect(ville).toMatchObject({
    nulls: 1,
    distinct: 2,
    top: [
      { value: "Lyon", count: 2 },
      { value: "Annecy", count: 1 },
    ],
  });
  expect(n).toMatchObject({ min: 10, max: 30, mean: 20, distinct: 3 });
  expect(n?.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(n?.histogram.at(-1)?.count).toBe(1);
  expect(ok?.top).toEqual([
    { value: "true", count: 3 },
    { value: "false", count: 1 },
  ]);
});

it("reads the sales file of the benches without a rejected line and profiles it", async () => {
  const read = await readFile(engine, [...salesCsv(20_000, 7)].join(""));
  expect(read).toMatchObject({ rows: 20_000, rejected: 0, repairs: [] });
  const kinds = read.reading.columns.map(({ kind }) => kind);
  expect(kinds).toEqual([
    "date",
    "text",
    "text",
    "text",
    "text",
    "text",
    "text",
    "integer",
    "number",
    "number",
    "number",
    "boolean",
    "date",
    "text",
  ]);
  const seen: string[] = [];
  const profiles = await profileTable(engine, "essai", read.reading.columns, {
    onColumn: ({ name }) => seen.push(name),
  });
  expect(seen).toHaveLength(14);
  for (const profile of profiles) ColumnProfile.parse(profile);
  expect(profiles[2]).toMatchObject({ distinct: 4, approximate: false });
});
