import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkQuery, type QuerySchema } from "#domain/analytics/builder/check.ts";
import { compileQuery } from "#domain/analytics/builder/compile.ts";
import {
  BuiltQuery,
  DATE_PARTS,
  emptyQuery,
  MEASURE_KINDS,
  PRESETS,
  type Filter,
} from "#domain/analytics/builder/model.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { loadRows } from "#web/features/analytics/engine/load-rows.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { builtByHand, type Value } from "#web/features/analytics/testing/built-by-hand.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";

const TODAY = "2026-11-24";
const SCHEMA: QuerySchema = [
  {
    table: "ventes",
    columns: [
      { name: "le", kind: "date" },
      { name: "agence", kind: "text" },
      { name: "montant", kind: "number" },
      { name: "client", kind: "integer" },
      { name: "payé", kind: "boolean" },
    ],
  },
  {
    table: "clients",
    columns: [
      { name: "no", kind: "text" },
      { name: 'la "ville"', kind: "text" },
    ],
  },
];
const DATES = new Set(["le"]);
const CITIES = ["Lyon", "Épinal", "L'Isle", "lyon", "", null];

/** Quarters add up exactly in any order; a few rows are empty throughout. */
const VENTES = Array.from({ length: 160 }, (_, at): Record<string, Value> => ({
  le: at % 11 === 0 ? null : Date.UTC(2025, 9, 1) + ((at * 7) % 430) * 86_400_000,
  agence: CITIES[(at * 5) % 6] ?? null,
  montant: at % 13 === 0 ? null : ((at * 37) % 101) / 4 - 3,
  client: at % 9 === 0 ? null : (at * 3) % 7,
  payé: at % 8 === 0 ? null : at % 3 === 0,
}));
const CLIENTS = [0, 1, 2, 3, 3, 5].map((no, at): Record<string, Value> => ({
  no: String(no),
  'la "ville"': CITIES[at] ?? null,
}));
const TABLES = { ventes: VENTES, clients: CLIENTS };

let engine: Engine;
async function load(at: number, rows: readonly Record<string, Value>[]): Promise<void> {
  const { table, columns } = SCHEMA[at] ?? { table: "", columns: [] };
  await loadRows(
    engine,
    table,
    columns,
    (async function* () {
      yield await Promise.resolve(rows.map((row) => columns.map(({ name }) => row[name] ?? null)));
    })(),
  );
}
beforeAll(async () => {
  engine = await nodeEngine();
  await load(0, VENTES);
  await load(1, CLIENTS);
}, 30_000);
afterAll(() => engine.terminate());

const ventes = (column: string) => ({ table: "ventes", column });
const CITY = { table: "clients", column: 'la "ville"' };
const day = fc
  .integer({ min: 0, max: 430 })
  .map((at) => new Date(Date.UTC(2025, 9, 1) + at * 86_400_000).toISOString().slice(0, 10));
const quarter = fc.integer({ min: -12, max: 90 }).map((at) => at / 4);
const op = fc.constantFrom(
  "=" as const,
  "<>" as const,
  "<" as const,
  "<=" as const,
  ">" as const,
  ">=" as const,
);
const cities = fc.uniqueArray(fc.constantFrom(...CITIES), { minLength: 1, maxLength: 3 });

const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    type: fc.constant("values" as const),
    column: fc.constant(ventes("agence")),
    not: fc.boolean(),
    values: cities,
  }),
  fc.record({
    type: fc.constant("text" as const),
    column: fc.constant(ventes("agence")),
    op: fc.constantFrom("contains" as const, "lacks" as const, "starts" as const),
    text: fc.constantFrom("LY", "e", "é", "'", "%"),
  }),
  fc.record({
    type: fc.constant("number" as const),
    column: fc.constantFrom(ventes("montant"), ventes("client")),
    op,
    value: quarter,
  }),
  fc.record({
    type: fc.constant("range" as const),
    column: fc.constant(ventes("montant")),
    from: fc.option(quarter),
    to: fc.option(quarter),
  }),
  fc.record({
    type: fc.constant("days" as const),
    column: fc.constant(ventes("le")),
    from: fc.option(day),
    to: fc.option(day),
  }),
  fc.record({
    type: fc.constant("preset" as const),
    column: fc.constant(ventes("le")),
    preset: fc.constantFrom(...PRESETS),
  }),
  fc.record({
    type: fc.constant("flag" as const),
    column: fc.constant(ventes("payé")),
    value: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("empty" as const),
    column: fc.constantFrom(ventes("client"), ventes("agence")),
    empty: fc.boolean(),
  }),
);

const query: fc.Arbitrary<BuiltQuery> = fc
  .record({
    joins: fc.constantFrom(
      [],
      [{ table: "clients", kind: "left" as const, from: ventes("client"), to: "no" }],
      [{ table: "clients", kind: "inner" as const, from: ventes("client"), to: "no" }],
    ),
    filters: fc.array(filter, { maxLength: 3 }),
    match: fc.constantFrom("all" as const, "any" as const),
    groups: fc.uniqueArray(
      fc.oneof(
        fc.record({
          column: fc.constant(ventes("le")),
          part: fc.constantFrom(null, ...DATE_PARTS.filter((part) => part !== "hour")),
        }),
        fc.record({
          column: fc.constantFrom(ventes("agence"), ventes("payé"), CITY),
          part: fc.constant(null),
        }),
      ),
      { maxLength: 3, selector: ({ column }) => column.column },
    ),
    measures: fc.array(
      fc
        .tuple(fc.constantFrom(...MEASURE_KINDS), fc.constantFrom("montant", "client", null))
        .filter(([fn, column]) => column !== null || fn === "count" || fn === "share")
        .map(([fn, column]) => ({
          fn,
          column: column === null ? null : ventes(column),
          label: column ?? "nombre",
        })),
      { maxLength: 3 },
    ),
    having: fc.array(fc.record({ at: fc.integer({ min: 0, max: 2 }), op, value: quarter }), {
      maxLength: 1,
    }),
    pivot: fc.option(fc.record({ at: fc.integer({ min: 0, max: 2 }) }), { freq: 2 }),
  })
  .map((parts) =>
    BuiltQuery.parse({
      ...emptyQuery("ventes"),
      ...parts,
      columns: [ventes("agence"), ventes("montant")],
    }),
  )
  .filter((built) => checkQuery(built, SCHEMA).length === 0);

/** Rows as one text each, in one order, figures to twelve digits: sums in another order differ in the last. */
const sorted = (rows: readonly (readonly unknown[])[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(
        row.map((cell) => (typeof cell === "number" ? Number(cell.toPrecision(12)) : cell)),
      ),
    )
    .toSorted();

describe("a built query on the engine", () => {
  it("answers what its parts mean, computed without SQL", async () => {
    await fc.assert(
      fc.asyncProperty(query, async (built) => {
        expect(BuiltQuery.parse(built)).toEqual(built);
        const sql = compileQuery(built, SCHEMA, TODAY);
        const { rows } = await runRead(engine, sql, { limit: 10_000 });
        const right = sorted(builtByHand(built, TABLES, TODAY, DATES));
        expect({ sql, rows: sorted(rows) }).toEqual({ sql, rows: right });
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("is in the order that was asked for, and cut after it", async () => {
    const built: BuiltQuery = {
      ...emptyQuery("ventes"),
      groups: [{ column: ventes("agence"), part: null }],
      measures: [{ fn: "sum", column: ventes("montant"), label: "montant" }],
    };
    const all = (await runRead(engine, compileQuery(built, SCHEMA, TODAY), { limit: 100 })).rows;
    const figures = all.map(([, figure]) => Number(figure));
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
    const worst: BuiltQuery = {
      ...built,
      sort: [{ by: { type: "measure", at: 0 }, descending: false }],
      limit: 2,
    };
    const least = (await runRead(engine, compileQuery(worst, SCHEMA, TODAY), { limit: 100 })).rows;
    expect(least.map(([, figure]) => figure)).toEqual(figures.toReversed().slice(0, 2));
  });
});
