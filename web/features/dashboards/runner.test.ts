import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindParameters } from "#domain/dashboards/bind.ts";
import { cubeOf, type Cube } from "#domain/dashboards/cube.ts";
import { narrowed, type Table } from "#domain/dashboards/narrow.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import { createAnswers } from "#web/features/sources/answers.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { createRunner, type Runner } from "./runner.ts";

let engine: Engine;
let runner: Runner;
const kept = createAnswers();
beforeAll(async () => {
  engine = await nodeEngine();
  const keeper = keepEngine(async () => engine);
  runner = createRunner(
    () => keeper,
    () => kept,
  );
  await engine.run(
    `CREATE TABLE ventes AS SELECT * FROM (VALUES
      ('Lyon', DATE '2026-01-10', 100.0), ('Lyon', DATE '2026-02-03', 50.0),
      ('L''Isle', DATE '2026-02-04', 7.0), (NULL, DATE '2025-12-31', 1.0)) AS v(agence, jour, montant)`,
  );
});
afterAll(() => engine.terminate());

const table: Table = {
  name: "ventes",
  columns: [
    { name: "agence", kind: "text" },
    { name: "jour", kind: "date" },
    { name: "montant", kind: "number" },
  ],
};
const BY = "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1 ORDER BY 2 DESC;";
const rows = async (sql: string) => (await runner.run("w", sql)).rows;

describe("narrowed queries on the real engine", () => {
  it("keep their order and lose the rows that are left out", async () => {
    expect(await rows(narrowed(BY, [table], []))).toEqual([
      ["Lyon", 150],
      ["L'Isle", 7],
      [null, 1],
    ]);
    const february = { column: "jour", from: Date.UTC(2026, 1), below: Date.UTC(2026, 2) };
    expect(await rows(narrowed(BY, [table], [february]))).toEqual([
      ["Lyon", 50],
      ["L'Isle", 7],
    ]);
    const place = { column: "agence", values: ["L'Isle", null] };
    expect(await rows(narrowed(BY, [table], [february, place]))).toEqual([["L'Isle", 7]]);
  });

  it("take queries that begin with WITH, join a table to itself and end in a comment", async () => {
    const sql = `WITH x AS (SELECT * FROM ventes) SELECT count(*) AS n FROM x JOIN ventes v ON v.agence = x.agence -- fin`;
    const only = { column: "agence", values: ["Lyon"] };
    expect(await rows(narrowed(sql, [table], [only]))).toEqual([[4]]);
  });

  it("hold values of parameters as values, whatever they contain", async () => {
    const parameters = [
      { kind: "category", name: "lieu", label: "L", column: "agence", initial: [] } as const,
    ];
    const sql = "SELECT count(*) AS n FROM ventes WHERE {{lieu}}";
    const count = (lieu: string[]) =>
      rows(bindParameters(sql, parameters as never, { lieu }, "2026-11-22").sql);
    expect(await count(["L'Isle"])).toEqual([[1]]);
    expect(await count(["x') OR ('1' = '1"])).toEqual([[0]]);
  });

  it("still write nothing", async () => {
    const sql = "SELECT 1) ; DROP TABLE ventes; SELECT (1";
    await expect(
      rows(narrowed(sql, [table], [{ column: "agence", values: ["Lyon"] }])),
    ).rejects.toThrow(/syntax|statement/i);
    expect(await rows("SELECT count(*) FROM ventes")).toEqual([[4]]);
  });
});

describe("a brush", () => {
  const sql =
    "SELECT agence, sum(montant) AS ca, count(*) AS n FROM ventes GROUP BY 1 ORDER BY 2 DESC";
  const step = (from: number, below: number) => {
    const brush = { column: "jour", from, below };
    const direct = narrowed(sql, [table], [brush]);
    return { direct, cube: cubeOf(sql, [table], [brush], brush) };
  };

  it("is answered as the query itself, and goes on while an earlier step is dropped", async () => {
    const steps = [1, 2, 3, 4].map((month) => step(Date.UTC(2025, 11), Date.UTC(2026, month)));
    const asked = steps.map(({ direct, cube }) =>
      runner.run("brushed", direct, cube).catch((error: unknown) => (error as Error).name),
    );
    const answers = await Promise.all(asked);
    expect(answers.slice(0, -1)).toEqual(["AbortError", "AbortError", "AbortError"]);
    const last = answers.at(-1) as ReadResult;
    const whole = await runRead(engine, steps.at(-1)!.direct, { limit: 10 });
    expect(last).toMatchObject({ columns: whole.columns, rows: whole.rows, more: false });
    expect(last.rows).toHaveLength(3);
  });

  it("is forgotten with what was answered when rows are read anew", async () => {
    const known = createAnswers();
    const keeper = keepEngine(async () => engine);
    const own = createRunner(
      () => keeper,
      () => known,
    );
    await engine.run("CREATE TABLE v2 AS SELECT * FROM ventes");
    const other = { ...table, name: "v2" };
    const brush = { column: "jour", from: 0, below: Date.UTC(2027, 0) };
    const count = "SELECT count(*) AS n FROM v2";
    const ask = async () =>
      (
        await own.run(
          "w",
          narrowed(count, [other], [brush]),
          cubeOf(count, [other], [brush], brush),
        )
      ).rows;
    expect(await ask()).toEqual([[4]]);
    await engine.run("DELETE FROM v2 WHERE agence = 'Lyon'");
    expect(await ask()).toEqual([[4]]);
    known.forget();
    expect(await ask()).toEqual([[2]]);
  });
});

/** A runner of its own, how many reads it began, and when the first of them ended. */
function watched() {
  const keeper = keepEngine(async () => engine);
  const known = createAnswers();
  const ended = Promise.withResolvers<void>();
  const seen = { begun: 0, ended: ended.promise };
  const use: typeof keeper.use = async (work) => {
    seen.begun += 1;
    try {
      return await keeper.use(work);
    } finally {
      ended.resolve();
    }
  };
  const own = createRunner(
    () => ({ ...keeper, use }),
    () => known,
  );
  return { own, seen };
}

describe("what a brush will ask", () => {
  const count = "SELECT count(*) AS n FROM v3";
  const v3 = { ...table, name: "v3" };
  const step = (below: number) => {
    const brush = { column: "jour", from: 0, below };
    return {
      sql: narrowed(count, [v3], [brush]),
      cube: cubeOf(count, [v3], [brush], brush) as Cube,
    };
  };
  beforeAll(() => engine.run("CREATE TABLE v3 AS SELECT * FROM ventes"));

  it("is made before it is asked", async () => {
    const { own, seen } = watched();
    own.prepare("w", step(Date.UTC(2028, 0)));
    await seen.ended;
    // What is answered from the small table does not see this.
    await engine.run("DELETE FROM v3 WHERE agence IS NULL");
    const { sql, cube } = step(Date.UTC(2027, 0));
    expect((await own.run("w", sql, cube)).rows).toEqual([[4]]);
    expect((await own.run("w", step(Date.UTC(2027, 1)).sql)).rows).toEqual([[3]]);
    own.leave();
  });

  it("gives way to what is asked, and is not made when the pointer has gone", async () => {
    const { own, seen } = watched();
    own.prepare("a", step(Date.UTC(2028, 0)));
    own.prepare("b", step(Date.UTC(2028, 0)));
    own.prepare("b", null);
    expect((await own.run("c", "SELECT 7 AS n")).rows).toEqual([[7]]);
    await seen.ended;
    expect(seen.begun).toBe(2);
    own.leave();
  });
});

describe("the runner", () => {
  it("drops what a widget asked before, and answers the others", async () => {
    const slow = "SELECT count(*) FROM range(40000000) a WHERE a.range % 7 = 3";
    const first = runner.run("a", slow).catch((error: unknown) => (error as Error).name);
    const waits = runner
      .run("b", "SELECT 'never'")
      .catch((error: unknown) => (error as Error).name);
    const other = runner.run("c", "SELECT 3 AS n");
    const again = runner.run("b", "SELECT 4 AS n");
    const anew = runner.run("a", "SELECT 5 AS n");
    expect(await Promise.all([first, waits])).toEqual(["AbortError", "AbortError"]);
    const answers = await Promise.all([other, again, anew]);
    expect(answers.map(({ rows: found }) => found[0])).toEqual([[3], [4], [5]]);
  });

  it("works on the next while one is drawn, answers in order, and asks the same once", async () => {
    const keeper = keepEngine(async () => engine);
    const known = createAnswers();
    let [under, most, begun] = [0, 0, 0];
    const own = createRunner(
      () => ({
        ...keeper,
        async use(work) {
          begun += 1;
          most = Math.max(most, (under += 1));
          try {
            return await keeper.use(work);
          } finally {
            under -= 1;
          }
        },
      }),
      () => known,
    );
    const answered: unknown[] = [];
    const ask = async (owner: string, n: number) => {
      const { rows: found } = await own.run(owner, `SELECT ${n} AS n`);
      answered.push([owner, found[0]?.[0]]);
    };
    await Promise.all(["a", "b", "c", "d", "e", "f"].map((owner, at) => ask(owner, at >> 1)));
    expect(answered.map((one) => (one as [string, number])[1])).toEqual([0, 0, 1, 1, 2, 2]);
    expect([most, begun]).toEqual([3, 3]);
  });

  it("knows what was asked before until the tables change", async () => {
    await runner.run("a", "SELECT 6 AS n");
    expect(kept.known("SELECT 6 AS n")?.rows).toEqual([[6]]);
    kept.forget();
    expect(kept.known("SELECT 6 AS n")).toBeUndefined();
  });
});
