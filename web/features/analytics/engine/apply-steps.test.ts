import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import { moved, type Step } from "#domain/analytics/steps/step.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { applySteps, type Cleaned } from "./apply-steps.ts";
import type { Engine } from "./engine.ts";
import { runRead } from "./read.ts";
import { profileTable } from "./profile.ts";
import { findVariants } from "./variants.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

const COLUMNS: StepColumn[] = [
  { name: "région", kind: "text" },
  { name: 'Client, "le"', kind: "text" },
  { name: "n", kind: "integer" },
  { name: "montant", kind: "text" },
];
beforeEach(() =>
  engine.run(`CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES
    ('Sud', ' Brunet - Lyon - 3e\u00a0', 1, '1 234,50 €'),
    (NULL, 'Delorme - Nice', 2, '-3'),
    ('Est', 'O''Neil', 3, 'x'),
    ('Est', 'O''Neil', 3, 'x'),
    (NULL, NULL, NULL, NULL),
    ('Total', NULL, 9, '10')
  ) v("région", "Client, ""le""", n, montant)`),
);
const CLIENT = 'Client, "le"';
const run = (...steps: Step[]): Promise<Cleaned> =>
  applySteps(engine, "t", COLUMNS, { numbers: "comma", dates: "dmy", steps });
it("tells where its first rows stood before others went, and keeps that to itself", async () => {
  expect((await run()).places).toEqual([0, 1, 2, 3, 4, 5]);
  const { places } = await run(
    { do: "drop", what: "duplicates", column: null },
    { do: "drop", what: "empties", column: null },
    { do: "trim", column: null },
  );
  expect(places).toEqual([0, 1, 2, 5]);
  const { columns } = await runRead(engine, "FROM t", { limit: 9 });
  expect(columns.map(({ name }) => name)).toEqual(COLUMNS.map(({ name }) => name));
});

const column = async (name: string): Promise<unknown[]> =>
  (
    await runRead(engine, `SELECT "${name.replaceAll('"', '""')}" FROM t`, { limit: 99 })
  ).rows.flat();

describe("each step", () => {
  it("trims every text, no-break spaces too", async () => {
    await run({ do: "trim", column: null });
    expect((await column(CLIENT))[0]).toBe("Brunet - Lyon - 3e");
  });

  it("changes the case and replaces words or whole cells", async () => {
    await run(
      { do: "case", column: CLIENT, to: "upper" },
      { do: "replace", column: CLIENT, from: "'", to: "’", whole: false },
      { do: "replace", column: "région", from: "Est", to: "", whole: true },
    );
    expect((await column(CLIENT))[2]).toBe("O’NEIL");
    expect(await column("région")).toEqual(["Sud", null, null, null, null, "Total"]);
  });

  it("takes the spelling with accents, in small and large letters, before a more frequent one without", async () => {
    await engine.run(`CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES
      ('Évian'), ('EVIAN'), ('EVIAN'), ('evian'), ('evian'), ('Nice'), ('NICE'), ('NICE'), ('NICE'), ('NICE')
    ) v("région")`);
    const columns: StepColumn[] = [{ name: "région", kind: "text" }];
    const [found] = await findVariants(engine, "t", await profileTable(engine, "t", columns));
    expect(found?.spelled.map(({ into }) => into).toSorted()).toEqual(["NICE", "Évian"]);
  });

  it("merges spellings of a text into the most frequent one, in all rows and nothing else", async () => {
    await engine.run(`CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES
      ('Lyon', 1), ('lyon ', 2), ('LYON', 3), ('Lyon', 4), ('Évian', 5), ('EVIAN', 6), ('evian', 7),
      ('Saint  Étienne', 8), ('saint\u00a0etienne', 9), (NULL, 10), (' ', 11), ('Nice', 12)
    ) v("région", n)`);
    const columns: StepColumn[] = [
      { name: "région", kind: "text" },
      { name: "n", kind: "integer" },
    ];
    const variants = await findVariants(engine, "t", await profileTable(engine, "t", columns));
    expect(variants.map((one) => one.column)).toEqual(["région"]);
    expect(variants[0]?.spelled[0]).toEqual({
      into: "Lyon",
      from: [
        { text: "Lyon", count: 2 },
        { text: "LYON", count: 1 },
        { text: "lyon ", count: 1 },
      ],
    });
    expect(variants[0]?.spelled.map(({ into }) => into)).toEqual([
      "Lyon",
      "Évian",
      "Saint  Étienne",
    ]);
    const steps: Step[] = [
      { do: "merge", column: "région" },
      { do: "merge", column: "n" },
    ];
    const done = await applySteps(engine, "t", columns, { numbers: "comma", dates: "dmy", steps });
    expect([done.rows, done.faults]).toEqual([12, [undefined, { code: "misfit" }]]);
    expect(await column("région")).toEqual([
      "Lyon",
      "Lyon",
      "Lyon",
      "Lyon",
      "Évian",
      "Évian",
      "Évian",
      "Saint  Étienne",
      "Saint  Étienne",
      null,
      " ",
      "Nice",
    ]);
    expect(await column("n")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const profiles = await profileTable(engine, "t", columns);
    expect(await findVariants(engine, "t", profiles)).toEqual([]);
  });

  it("splits into columns beside it, the last of which keeps the rest", async () => {
    const { columns } = await run({
      do: "split",
      column: CLIENT,
      separator: "-",
      into: ["nom", "lieu"],
    });
    expect(columns.map(({ name }) => name)).toEqual([
      "région",
      CLIENT,
      "nom",
      "lieu",
      "n",
      "montant",
    ]);
    expect(await column("nom")).toEqual(["Brunet", "Delorme", "O'Neil", "O'Neil", null, null]);
    expect(await column("lieu")).toEqual(["Lyon - 3e", "Nice", null, null, null, null]);
  });

  it("fills down in the order of the file", async () => {
    await run({ do: "fill", column: "région" });
    expect(await column("région")).toEqual(["Sud", "Sud", "Est", "Est", "Est", "Total"]);
  });

  it("drops rows of totals, empty rows and repeated ones", async () => {
    expect((await run({ do: "drop", what: "totals", column: null })).rows).toBe(5);
    expect((await run({ do: "drop", what: "empties", column: null })).rows).toBe(4);
    expect((await run({ do: "drop", what: "duplicates", column: null })).rows).toBe(3);
    expect(await column("n")).toEqual([1, 2, 3]);
    expect((await run({ do: "drop", what: "empties", column: "région" })).rows).toBe(2);
  });

  it("renames, changes kinds as the file writes them, and computes", async () => {
    const { columns, faults } = await run(
      { do: "rename", column: "montant", to: "HT" },
      { do: "type", column: "HT", kind: "number" },
      { do: "compute", name: "TTC", expression: "HT * 1.2 -- avec TVA" },
      { do: "compute", name: "grand", expression: "TTC > 100" },
    );
    expect(faults).toEqual([undefined, undefined, undefined, undefined]);
    expect(columns.slice(-3)).toEqual([
      { name: "HT", kind: "number" },
      { name: "TTC", kind: "number" },
      { name: "grand", kind: "boolean" },
    ]);
    expect(await column("HT")).toEqual([1234.5, -3, null, null, null, 10]);
    expect((await column("TTC"))[0]).toBeCloseTo(1481.4);
    expect(await column("grand")).toEqual([true, false, null, null, null, false]);
  });
});

const rowsAfter = async (...steps: Step[]): Promise<number> => {
  await engine.run("CREATE OR REPLACE TABLE u AS FROM t");
  return (await applySteps(engine, "u", COLUMNS, { numbers: "comma", dates: "dmy", steps })).rows;
};

it("does steps in their order, and takes one back by leaving it out", async () => {
  const fill: Step = { do: "fill", column: "région" };
  const empties: Step = { do: "drop", what: "empties", column: "région" };
  expect(await rowsAfter(fill, empties)).toBe(6);
  expect(await rowsAfter(...moved([fill, empties], 1, -1))).toBe(4);
  expect(await rowsAfter(empties)).toBe(4);
});

it("leaves out what does not fit and does the rest", async () => {
  const { faults, rows } = await run(
    { do: "trim", column: "absent" },
    { do: "case", column: "n", to: "upper" },
    { do: "rename", column: "n", to: "MONTANT" },
    { do: "split", column: CLIENT, separator: "-", into: ["n", "b"] },
    { do: "compute", name: "x", expression: "nn + 1" },
    { do: "drop", what: "empties", column: null },
  );
  expect(faults.map((fault) => fault?.code)).toEqual([
    "misfit",
    "misfit",
    "misfit",
    "misfit",
    "refused",
    undefined,
  ]);
  expect(rows).toBe(5);
});

it.each([
  "1); DROP TABLE t; SELECT (1",
  "1) FROM t) LIMIT 1; DROP TABLE t; SELECT * FROM (SELECT (1",
  "1) AS a, (2",
  "sum(n)",
  "",
  "1 +",
  "(SELECT n FROM nowhere)",
])("refuses %j as a column", async (expression) => {
  const { faults, rows } = await run({ do: "compute", name: "x", expression });
  expect(faults[0]).toBeDefined();
  expect(rows).toBe(6);
});

const compute = (expression: string): Step => ({ do: "compute", name: "x", expression });

describe("a computed column that does not work out", () => {
  it.each([
    ["n * 1,2", "several"],
    ["(n", "open"],
    ["sum(n)", "rows"],
  ])("is left out with why, and the others are done: %s", async (expression, code) => {
    const { faults, columns } = await run({ do: "trim", column: null }, compute(expression));
    expect(faults).toEqual([undefined, { code }]);
    expect(columns).toEqual(COLUMNS);
    expect((await column(CLIENT))[0]).toBe("Brunet - Lyon - 3e");
  });

  it("is left out when it fails on a row, with that row's value, and not the one beside it", async () => {
    const { faults, rows } = await run(
      { do: "compute", name: "double", expression: "n * 2" },
      compute("CAST(montant AS INTEGER)"),
    );
    expect(faults[0]).toBeUndefined();
    expect(faults[1]).toMatchObject({ code: "refused", refusal: { code: "conversion" } });
    expect(rows).toBe(6);
    expect(await column("double")).toEqual([2, 4, 6, 6, null, 18]);
    expect(
      await engine.run(
        "SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE table_name LIKE 'probe%'",
      ),
    ).toEqual([{ n: 0 }]);
  });
});
