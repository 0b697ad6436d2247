// Our own engine in a page, without its screens: the same calls as web/features/analytics makes when a file is dropped.
import { importStatement } from "#domain/analytics/sql/import.ts";
import { sniff } from "#domain/analytics/sniff/sniff.ts";
import { bootEngine } from "#web/features/analytics/engine/boot.ts";
import { importRepaired } from "#web/features/analytics/engine/import-repaired.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { sampleFile } from "#web/features/analytics/engine/sample.ts";

const timed = async (work) => {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
};

globalThis.bench = {
  async play(queries, repeats) {
    const [file] = document.querySelector("input").files;
    const boot = await timed(bootEngine);
    const engine = boot.value;
    const read = await timed(async () => {
      const { reading } = sniff(await sampleFile(file), {}, (position) => `colonne_${position}`);
      return importRepaired(engine, file, reading, { table: "t" });
    });
    const { reading, rows, repairs, rejected } = read.value;
    const answers = {};
    for (const [name, sql] of Object.entries(queries)) {
      const runs = [];
      for (let i = 0; i < repeats; i++)
        runs.push(await timed(() => runRead(engine, sql, { limit: 1000 })));
      answers[name] = {
        ms: runs.map((run) => run.ms).toSorted((a, b) => a - b)[repeats >> 1],
        rows: runs[0].value.rows,
      };
    }
    const smallest = [];
    for (let i = 0; i < 9; i++) {
      smallest.push((await timed(() => runRead(engine, "SELECT 1", { limit: 1 }))).ms);
    }
    const columns = reading.columns.filter(({ skipped }) => !skipped);
    const profile = await timed(() => profileTable(engine, "t", columns));
    const statement = importStatement(reading, { path: "FILE", table: "t", rejects: "r" });
    engine.terminate();
    return {
      rows,
      importMs: read.ms,
      bootMs: boot.ms,
      profileMs: profile.ms,
      smallestMs: smallest.toSorted((a, b) => a - b)[4],
      repairs: repairs.length,
      rejected,
      statement,
      queries: answers,
    };
  },
};
