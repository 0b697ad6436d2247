// Native DuckDB of the same core version as the page's, on one thread, with the very statements that the page ran.
import { DuckDBInstance } from "@duckdb/node-api";

const timed = async (work) => {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
};

async function play({ path, statement, queries, repeats }) {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const db = await instance.connect();
  const sql = statement.replace("'FILE'", `'${path.replaceAll("'", "''")}'`);
  const read = await timed(() => db.run(sql));
  const [[rows]] = (await db.runAndReadAll("SELECT count(*) FROM t")).getRowsJS();
  const answers = {};
  for (const [name, text] of Object.entries(queries)) {
    const runs = [];
    for (let i = 0; i < repeats; i++) runs.push(await timed(async () => (await db.runAndReadAll(text)).getRowsJson()));
    const typed = runs[0].value.map((row) => row.map((cell, i) => (i > 0 && /^-?\d+(\.\d+)?$/.test(String(cell)) ? Number(cell) : cell)));
    answers[name] = { ms: runs.map((run) => run.ms).sort((a, b) => a - b)[repeats >> 1], rows: typed };
  }
  const [[version]] = (await db.runAndReadAll("SELECT version()")).getRowsJS();
  db.closeSync();
  instance.closeSync();
  return { rows: Number(rows), importMs: read.ms, queries: answers, version };
}

process.on("message", async (question) => {
  try {
    process.send(await play(question));
  } catch (error) {
    process.send({ error: String(error) });
  }
});
process.on("disconnect", () => process.exit(0));
process.send({ ready: true });
