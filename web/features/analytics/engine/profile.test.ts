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

it("cuts nothing between bounds that are endless, as far apart as that, or one and the same", async () => {
  await engine.run(
    "CREATE OR REPLACE TABLE essai AS SELECT * FROM (VALUES (1.0::DOUBLE, -1e308::DOUBLE, 5, NULL::DOUBLE, ''), ('Infinity', 1e308, 5, NULL, 'b'), ('NaN', 0, NULL, NULL, NULL)) AS one(endless, far, same, none, texte)",
  );
  const profiles = await profileTable(engine, "essai", [
    { name: "endless", kind: "number" },
    { name: "far", kind: "number" },
    { name: "same", kind: "integer" },
    { name: "none", kind: "number" },
    { name: "texte", kind: "text" },
  ]);
  for (const profile of profiles) ColumnProfile.parse(profile);
  expect(profiles.map(({ histogram }) => histogram)).toEqual([[], [], [], [], []]);
  const [endless, far, same, none, texte] = profiles;
  expect(endless).toMatchObject({ min: 1, max: null, mean: null, distinct: 3 });
  expect(far).toMatchObject({ min: -1e308, max: 1e308, distinct: 3 });
  expect(same).toMatchObject({ min: 5, max: 5, distinct: 1, nulls: 1 });
  expect(none).toMatchObject({ min: null, count: 0, nulls: 3, distinct: 0 });
  expect(texte).toMatchObject({ min: "", max: "b", distinct: 2 });
});

/** Of 120,000 numbers, those that leave `rest` when divided by 13. */
const rowsOf = (rest: number) => Math.ceil((120_000 - rest) / 13);

it("counts every row in a bucket, few values and many, and says the ends of texts", async () => {
  await engine.run(
    "CREATE OR REPLACE TABLE essai AS SELECT range AS many, range % 13 AS few, DATE '2026-01-01' + (range % 365)::INTEGER AS d, 'n' || lpad(range::VARCHAR, 6, '0') AS texte FROM range(120000)",
  );
  const [many, few, d, texte] = await profileTable(engine, "essai", [
    { name: "many", kind: "integer" },
    { name: "few", kind: "integer" },
    { name: "d", kind: "date" },
    { name: "texte", kind: "text" },
  ]);
  expect(many?.approximate).toBe(true);
  // The upper bound itself is in the last one.
  expect(many?.histogram.map(({ count }) => count)).toEqual(
    Array.from({ length: 12 }, () => 10_000),
  );
  expect(few).toMatchObject({ distinct: 13, approximate: false, min: 0, max: 12 });
  expect(few?.histogram.map(({ count }) => count)).toEqual(
    Array.from({ length: 12 }, (_, n) => rowsOf(n) + (n === 11 ? rowsOf(12) : 0)),
  );
  expect(d).toMatchObject({ distinct: 365, approximate: false, min: Date.UTC(2026, 0, 1) });
  expect(d?.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(120_000);
  expect(texte).toMatchObject({ approximate: true, min: "n000000", max: "n119999", top: [] });
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
