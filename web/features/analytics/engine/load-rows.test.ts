import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { loadRows } from "./load-rows.ts";
import { runRead } from "./read.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

type Batch = readonly (readonly unknown[])[];
async function* given(...batches: Batch[]): AsyncGenerator<Batch> {
  for (const batch of batches) yield await Promise.resolve(batch);
}
const column = (name: string, kind: ColumnKind): { name: string; kind: ColumnKind } => ({
  name,
  kind,
});
async function* broken(): AsyncGenerator<Batch> {
  yield [["half"]];
  await Promise.resolve();
  throw new Error("The connection was lost");
}
const rowsOf = async (sql: string): Promise<unknown[][]> =>
  (await runRead(engine, sql, { limit: 1_000 })).rows;
const tables = async (): Promise<unknown[]> =>
  (await rowsOf("SELECT table_name FROM duckdb_tables() ORDER BY 1")).flat();

describe("loadRows", () => {
  it("gives every kind its type and keeps what each cell says", async () => {
    const kinds: ColumnKind[] = ["text", "integer", "number", "date", "timestamp", "boolean"];
    await loadRows(
      engine,
      "kinds",
      kinds.map((kind) => column(`a "${kind}"`, kind)),
      given(
        [
          ["é€𝄞", 12n, 12.5, "2026-02-28", "2026-02-28 13:45:10", true],
          [null, null, null, null, null, null],
        ],
        [
          ["", "9007199254740993", "1e3", new Date("1969-12-31T23:00:00Z"), 1_000, 0],
          [{ a: [1n] }, -3, 1n, 0, "2026-02-28T13:45:10.5+02:00", "false"],
        ],
      ),
    );
    const rows = await rowsOf("FROM kinds");
    expect(await rowsOf("SELECT column_name, column_type FROM (DESCRIBE kinds)")).toEqual(
      ["VARCHAR", "BIGINT", "DOUBLE", "DATE", "TIMESTAMP", "BOOLEAN"].map((type, at) => [
        `a "${kinds[at]}"`,
        type,
      ]),
    );
    const feb = Date.UTC(2026, 1, 28);
    expect(rows).toEqual([
      ["é€𝄞", 12, 12.5, feb, Date.UTC(2026, 1, 28, 13, 45, 10), true],
      [null, null, null, null, null, null],
      ["", 9007199254740992, 1000, Date.UTC(1969, 11, 31), 1_000, false],
      ['{"a":["1"]}', -3, 1, 0, Date.UTC(2026, 1, 28, 11, 45, 10, 500), false],
    ]);
    // Beyond what a cell of the page can hold the table is right all the same.
    expect(
      await rowsOf(`SELECT "a ""integer"""::VARCHAR FROM kinds WHERE "a ""text""" = ''`),
    ).toEqual([["9007199254740993"]]);
  });

  it("counts values that are not of their column's kind, and leaves their cells empty", async () => {
    const loaded = await loadRows(
      engine,
      "bad",
      [column("n", "integer"), column("d", "date"), column("b", "boolean")],
      given([
        [1.5, "31/12/2026", "peut-être"],
        ["", null, undefined],
        ["99999999999999999999", Number.NaN, 2],
      ]),
    );
    expect(loaded).toEqual({ rows: 3, emptied: 6 });
    expect(await rowsOf("FROM bad")).toEqual(Array.from({ length: 3 }, () => [null, null, null]));
  });

  it("holds a hundred thousand rows in batches, and tells how far it is", async () => {
    const seen: number[] = [];
    const batches = Array.from({ length: 10 }, (_, batch) =>
      Array.from({ length: 10_000 }, (__, at) => [`ligne ${batch * 10_000 + at}`, at, null]),
    );
    const columns = [column("t", "text"), column("n", "number"), column("e", "text")];
    await loadRows(engine, "many", columns, given(...batches), {
      onRows: (rows) => seen.push(rows),
    });
    expect(seen).toEqual(batches.map((_, at) => (at + 1) * 10_000));
    expect(await rowsOf("SELECT count(DISTINCT t), sum(n), count(e), max(t) FROM many")).toEqual([
      [100_000, 499_950_000, 0, "ligne 99999"],
    ]);
  });

  it("makes an empty table of no rows", async () => {
    expect(await loadRows(engine, "none", [column("t", "text")], given())).toEqual({
      rows: 0,
      emptied: 0,
    });
    expect(await rowsOf("FROM none")).toEqual([]);
  });

  it("leaves the table before as it was when the rows end in an error or are cancelled", async () => {
    const columns = [column("t", "text")];
    await loadRows(engine, "kept", columns, given([["before"]]));
    const before = await tables();
    await expect(loadRows(engine, "kept", columns, broken())).rejects.toThrow("lost");
    const stop = new AbortController();
    const stopped = loadRows(engine, "kept", columns, given([["half"]], [["more"]]), {
      signal: stop.signal,
      onRows: () => stop.abort(),
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    expect(await rowsOf("FROM kept")).toEqual([["before"]]);
    expect(await tables()).toEqual(before);
  });
});
