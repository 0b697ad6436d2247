import { expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { FUNCTIONS } from "./duckdb-dialect.ts";

/** Forms of the grammar, which the list of functions does not name. */
const GRAMMAR = new Set(["coalesce", "if", "ifnull", "nullif"]);

it("offers only functions that the engine has", async () => {
  const engine = await nodeEngine();
  const rows = await engine.run("SELECT DISTINCT function_name AS name FROM duckdb_functions()");
  const known = new Set(rows.map(({ name }) => String(name)));
  const windows =
    "cume_dist dense_rank first_value lag last_value lead ntile percent_rank rank row_number".split(
      " ",
    );
  for (const name of windows) {
    const argument = /first|last|lag|lead/.test(name) ? "x" : name === "ntile" ? "2" : "";
    await engine.run(`SELECT ${name}(${argument}) OVER (ORDER BY x) FROM (VALUES (1)) AS t(x)`);
    known.add(name);
  }
  engine.terminate();
  expect(FUNCTIONS.split(/\s+/).filter((name) => !known.has(name) && !GRAMMAR.has(name))).toEqual(
    [],
  );
}, 30_000);
