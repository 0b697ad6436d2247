import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Condition } from "#domain/dashboards/condition.ts";
import { cubeOf } from "#domain/dashboards/cube.ts";
import { narrowed, type Table } from "#domain/dashboards/narrow.ts";
import { afterStep, beginsStep, STEPS } from "#domain/analytics/time-step.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { createCubes } from "./cubes.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});
afterAll(() => engine.terminate());

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const table: Table = {
  name: "ventes",
  columns: [
    { name: "Agence", kind: "text" },
    { name: "famille", kind: "text" },
    { name: "jour", kind: "date" },
    { name: "saisie", kind: "timestamp" },
    { name: "payé le", kind: "date" },
    { name: "montant", kind: "number" },
    { name: "poids", kind: "number" },
    { name: "pieces", kind: "integer" },
    { name: "avoir", kind: "boolean" },
  ],
};

/**
 * Rows of every kind, seeded: a tenth of the cells empty, decimals, doubles, days of three years. `jour` has no empty ones: DuckDB 1.4.3
 * groups empty dates under `date_trunc` to days of its own invention.
 */
async function fill(rows: number, seed: number): Promise<void> {
  const cell = (n: number, sql: string) =>
    `CASE WHEN hash(i, ${seed}, ${n}) % 10 = 0 THEN NULL ELSE ${sql} END`;
  const pick = (n: number, of: number) => `(hash(i, ${seed}, ${n + 50}) % ${of})::INTEGER`;
  await engine.run(`CREATE OR REPLACE TABLE ventes AS SELECT
    ${cell(1, `['Lyon', 'L''Isle', 'Annecy', 'Œuvre'][1 + ${pick(1, 4)}]`)} AS "Agence",
    ${cell(2, `'F' || ${pick(2, 7)}`)} AS famille,
    DATE '2024-01-01' + ${pick(3, 1000)} AS jour,
    ${cell(4, `TIMESTAMP '2024-01-01' + to_minutes(${pick(4, 1_400_000)})`)} AS saisie,
    ${cell(5, `DATE '2024-01-01' + ${pick(5, 1000)}`)} AS "payé le",
    ${cell(6, `(${pick(6, 2_000_000)} / 100 - 5000)::DECIMAL(18, 2)`)} AS montant,
    ${cell(7, `${pick(7, 1_000_000)}::DOUBLE / 977`)} AS poids,
    ${cell(8, `${pick(8, 2_000)} - 40`)}::BIGINT AS pieces,
    ${cell(9, `${pick(9, 2)} = 1`)} AS avoir
    FROM range(${rows}) AS r(i)`);
}

const MEASURES = [
  "count(*)",
  "count(famille)",
  "sum(montant)",
  "sum(poids)",
  "sum(pieces)",
  "min(montant)",
  "max(saisie)",
  "min(famille)",
  "avg(montant)",
  "mean(poids)",
  "avg(pieces)",
  "round(sum(montant) / nullif(count(*), 0), 2)",
  "sum(montant * pieces)",
  "sum(CASE WHEN avoir THEN -1 ELSE 1 END)",
  "count(*) FILTER (WHERE avoir AND montant > 10)",
  "100.0 * sum(pieces) FILTER (WHERE famille IN ('F1', 'F2')) / nullif(sum(pieces), 0)",
  "coalesce(sum(v.montant), 0)::DOUBLE",
];
const KEYS = [
  "agence",
  "famille",
  "avoir",
  "date_trunc('month', jour)",
  "date_trunc('year', jour)::DATE",
  "year(jour)",
  "lower(v.agence)",
  "CASE WHEN montant > 100 THEN 'grand' ELSE 'petit' END",
];
const WHERES = ["", "WHERE NOT avoir", "WHERE agence LIKE 'L%' OR montant BETWEEN 1 AND 900.5"];
const HAVINGS = ["", "HAVING count(*) > 3", "HAVING sum(montant) > 0 AND max(pieces) < 1900"];

/** A query with an order of its rows that leaves nothing to chance, a brush, and what else narrows. */
const questions = fc.record({
  keys: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 3 }),
  measures: fc.uniqueArray(fc.constantFrom(...MEASURES), { minLength: 1, maxLength: 4 }),
  where: fc.constantFrom(...WHERES),
  having: fc.constantFrom(...HAVINGS),
  by: fc.constantFrom("place", "text", "all", "alias"),
  limit: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  column: fc.constantFrom("jour", "saisie"),
  step: fc.constantFrom(...STEPS),
  from: fc.integer({ min: -50, max: 1100 }),
  spans: fc.integer({ min: 1, max: 30 }),
  also: fc.constantFrom<Condition | null>(
    null,
    { column: "famille", values: ["F1", null, "F3"] },
    { column: "payé le", from: START + 100 * DAY, below: null },
  ),
});
type Asked = typeof questions extends fc.Arbitrary<infer T> ? T : never;

function written({ keys, measures, where, having, by, limit }: Asked): string {
  const list = [
    ...keys.map((key, at) => `${key} AS k${at}`),
    ...measures.map((measure, at) => `${measure} AS "m ${at}"`),
  ];
  const group = {
    place: keys.map((_, at) => at + 1).join(", "),
    text: keys.join(", "),
    all: "ALL",
    alias: keys.map((_, at) => `K${at}`).join(", "),
  }[by];
  const order = keys.map((_, at) => (at % 2 ? `${at + 1} DESC NULLS LAST` : `k${at}`));
  return [
    `SELECT ${list.join(", ")} -- ce que l'on lit`,
    `FROM ventes AS v ${where}`,
    keys.length === 0 ? "" : `GROUP BY ${group} ${having}`,
    keys.length === 0 ? "" : `ORDER BY ${by === "all" ? "ALL" : order.join(", ")}`,
    keys.length === 0 || limit === null ? "" : `LIMIT ${limit};`,
  ].join("\n");
}

function brushed({
  column,
  step,
  from,
  spans,
}: Asked): Condition & { from: number; below: number } {
  let begin = START + from * DAY;
  while (!beginsStep(begin, step)) begin -= DAY;
  let below = begin;
  for (let at = 0; at < spans; at += 1) below = afterStep(below, step);
  return { column, from: begin, below, step };
}

/** Figures without the last digits of doubles, which depend on the order in which they were added. */
const rounded = ({ columns, rows }: Pick<ReadResult, "columns" | "rows">) => ({
  columns,
  rows: rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? Number(cell.toPrecision(11)) : cell)),
  ),
});

const options = () => ({ limit: 5_000, signal: new AbortController().signal });

describe("a query answered from its small table", () => {
  it("equals the query itself, for any rows, groups, measures, filters and spans", async () => {
    await fill(20_000, 7);
    const cubes = createCubes();
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(questions, async (one) => {
        const sql = written(one);
        const brush = brushed(one);
        const conditions = one.also ? [one.also, brush] : [brush];
        const cube = cubeOf(sql, [table], conditions, brush);
        if (!cube) throw new Error(`Not taken apart: ${sql}`);
        const direct = narrowed(sql, [table], conditions);
        const small = await cubes.answer(engine, 1, cube, direct, options());
        const whole = await runRead(engine, direct, { limit: 5_000 });
        expect(small && rounded(small)).toEqual(rounded(whole));
        answered += 1;
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(answered).toBe(150);
  }, 120_000);

  it("is made anew when rows have changed or another engine runs, and stays while only the brush moves", async () => {
    await fill(2_000, 8);
    const cubes = createCubes();
    const sql = "SELECT famille, count(*) AS n FROM ventes GROUP BY 1 ORDER BY 1";
    const ask = async (at: number, generation = 1) => {
      const brush = { column: "jour", from: START + at * DAY, below: START + (at + 400) * DAY };
      const cube = cubeOf(sql, [table], [brush], brush)!;
      const answer = await cubes.answer(
        engine,
        generation,
        cube,
        narrowed(sql, [table], [brush]),
        options(),
      );
      return answer!.rows.reduce((sum, row) => sum + Number(row[1]), 0);
    };
    const before = await ask(0);
    await engine.run("DELETE FROM ventes WHERE jour < DATE '2024-06-01'");
    expect(await ask(0)).toBe(before);
    cubes.drop();
    const after = await ask(0);
    expect(after).toBeLessThan(before);
    await engine.run("DELETE FROM ventes");
    expect(await ask(1)).toBeGreaterThan(0);
    expect(await ask(0, 2)).toBe(0);
  });

  it.each(["dropped", "stopped"] as const)(
    "is closed and not kept when it was %s while it was made",
    async (how) => {
      await fill(100, 5);
      const cubes = createCubes();
      const stop = new AbortController();
      let open = 0;
      /** The last statement of a making tells that the table stands; what ends it comes right then. */
      const ending: Engine = {
        ...engine,
        connect: async () => {
          const connection = await engine.connect();
          open += 1;
          return new Proxy(connection, {
            get(target, key) {
              if (key === "close") return () => ((open -= 1), target.close());
              const own: unknown = Reflect.get(target, key);
              if (typeof own !== "function") return own;
              if (key !== "prepare") return own.bind(target);
              return async (text: string) => {
                if (text.includes("spans")) {
                  if (how === "dropped") cubes.drop();
                  else stop.abort();
                }
                return target.prepare(text);
              };
            },
          });
        },
      };
      const brush = { column: "jour", from: START, below: START + 400 * DAY };
      const sql = "SELECT famille, count(*) AS n FROM ventes GROUP BY 1";
      const ask = (of: Engine, signal = new AbortController().signal) =>
        cubes.answer(
          of,
          1,
          cubeOf(sql, [table], [brush], brush)!,
          narrowed(sql, [table], [brush]),
          { limit: 100, signal },
        );
      const ended = ask(ending, stop.signal).catch((error: Error) => error.name);
      expect(await ended).toBe({ dropped: undefined, stopped: "AbortError" }[how]);
      await expect.poll(() => open).toBe(0);
      await engine.run("DELETE FROM ventes");
      expect((await ask(engine))?.rows).toEqual([]);
    },
  );

  it("is not kept when it would be about as large as the table, or can't be made", async () => {
    await engine.run(
      "CREATE OR REPLACE TABLE ventes AS SELECT i::VARCHAR AS famille, DATE '2024-01-01' + (i % 300)::INTEGER AS jour FROM range(250000) AS r(i)",
    );
    const cubes = createCubes();
    const brush = { column: "jour", from: START, below: START + 30 * DAY };
    const ask = (sql: string) =>
      cubes.answer(
        engine,
        1,
        cubeOf(sql, [table], [brush], brush)!,
        narrowed(sql, [table], [brush]),
        options(),
      );
    expect(
      await ask("SELECT famille, count(*) AS n FROM ventes GROUP BY 1 ORDER BY 1 LIMIT 3"),
    ).toBeUndefined();
    // Of a column that is known but gone from the table.
    expect(await ask("SELECT count(montant) AS n FROM ventes")).toBeUndefined();
    expect((await ask("SELECT count(*) AS n FROM ventes"))?.rows).toEqual([[25_020]]);
  });

  it("never runs a text that is more than one read", async () => {
    await fill(10, 9);
    const cubes = createCubes();
    const brush = { column: "jour", from: START, below: START + 30 * DAY };
    const evil = "SELECT 1) ; DROP TABLE ventes; SELECT (1";
    expect(
      cubeOf("SELECT count(*) FROM ventes; DROP TABLE ventes", [table], [brush], brush),
    ).toBeNull();
    const cube = { key: "k", make: evil, ask: () => "SELECT 1", ends: [0, DAY] } as const;
    expect(await cubes.answer(engine, 1, cube, evil, options())).toBeUndefined();
    const asked = { ...cube, key: "l", make: "SELECT 1 AS span", ask: () => evil };
    expect(await cubes.answer(engine, 1, asked, "SELECT 1", options())).toBeUndefined();
    expect(await engine.run("SELECT count(*)::INTEGER AS n FROM ventes")).toEqual([{ n: 10 }]);
  });
});
