// The runner of dashboards in a page, without its screens: what a brush asks of the engine, step by step.
import { sniff } from "#domain/analytics/sniff/sniff.ts";
import { cubeOf } from "#domain/dashboards/cube.ts";
import { narrowed } from "#domain/dashboards/narrow.ts";
import { createRunner } from "#web/features/dashboards/runner.ts";
import { bootEngine } from "#web/features/analytics/engine/boot.ts";
import { importRepaired } from "#web/features/analytics/engine/import-repaired.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { sampleFile } from "#web/features/analytics/engine/sample.ts";
import { createAnswers } from "#web/features/sources/answers.ts";
import { keeperIn } from "#web/features/sources/workspace-keeper.ts";

const SCHEMA = "wsp_bench";
const keeper = keepEngine(bootEngine);
const named = keeperIn(keeper, SCHEMA);
let table;

globalThis.bench = {
  /** Reads the chosen file; answers its rows. */
  async load() {
    const [file] = document.querySelector("input").files;
    return named.use(async (engine) => {
      const { reading } = sniff(await sampleFile(file), {}, (position) => `colonne_${position}`);
      const { rows } = await importRepaired(engine, file, reading, { table: "data" });
      await engine.run(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
      await engine.run(`CREATE OR REPLACE VIEW ${SCHEMA}.ventes AS SELECT * FROM main.data`);
      table = {
        name: "ventes",
        columns: reading.columns.map(({ name, kind }) => ({ name, kind })),
      };
      return rows;
    });
  },
  /**
   * Asks all `queries` again for each brush, as widgets do; after `rest` milliseconds of a pointer on the chart, where that is said. Answers
   * milliseconds from a step until all have answered, and what the last step answered.
   */
  async brush(queries, brushes, taken, rest) {
    const answers = createAnswers();
    const runner = createRunner(
      () => named,
      () => answers,
    );
    const steps = [];
    let last = [];
    if (rest) {
      const whole = { ...brushes[0], from: Date.UTC(2024, 0), below: Date.UTC(2027, 0) };
      for (const [at, sql] of queries.entries()) {
        const cube = cubeOf(sql, [table], [whole], whole, SCHEMA);
        runner.prepare(String(at), { sql: narrowed(sql, [table], [whole], SCHEMA), cube });
      }
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    for (const brush of brushes) {
      const started = performance.now();
      last = await Promise.all(
        queries.map((sql, at) => {
          const cube = taken ? cubeOf(sql, [table], [brush], brush, SCHEMA) : null;
          if (taken && cube === null) throw new Error(`Not taken apart: ${sql}`);
          return runner.run(String(at), narrowed(sql, [table], [brush], SCHEMA), cube);
        }),
      );
      steps.push(performance.now() - started);
    }
    runner.leave();
    return { steps, last: last.map(({ rows }) => rows) };
  },
};
