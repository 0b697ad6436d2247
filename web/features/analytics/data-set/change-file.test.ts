import { afterAll, beforeAll, expect, it } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile } from "#web/features/analytics/testing/read-text.ts";
import { findChange } from "./change-file.ts";

const HELD = "client;date;montant\nBrunet;2026-03-04;12,5\n";
let engine: Engine;
let library: Library;
let dataSet: DataSet;
beforeAll(async () => {
  engine = await nodeEngine();
  const { reading } = await readFile(engine, "client;date;montant\nBrunet;2026-03-04;12,5\n");
  dataSet = {
    id: "ds_aaaaaaaaaaaa",
    reading,
    rows: 7,
    profiles: [{ name: "client" }, { name: "date" }, { name: "montant" }],
    sql: 'SELECT sum("montant") FROM ventes',
  } as DataSet;
  const keeper = keepEngine(() => Promise.resolve(engine));
  library = {
    keeper,
    find: () => Promise.resolve(dataSet),
    held: async (_: DataSet, file: Blob) => ((await file.text()) === HELD ? "a.csv" : undefined),
  } as unknown as Library;
}, 30_000);
afterAll(() => engine.terminate());

const nameOf = (position: number): string => `colonne_${position}`;
const change = (content: string) =>
  findChange(library, dataSet, new File([content], "mars.csv"), { nameOf });

const added = (content: string) =>
  findChange(library, dataSet, new File([content], "b.csv"), { nameOf, mode: "append" });

it("says that the columns are the same, whatever their order", async () => {
  const found = await change("montant;client;date\n3,5;Neil;2026-04-05\n4,5;O;2026-04-06\n");
  expect(found).toMatchObject({
    rows: 2,
    before: { rows: 7, columns: 3 },
    rowsAfter: 2,
    rejected: 0,
    changes: { added: [], gone: [], retyped: [] },
    asked: [],
  });
});

it("tells new, missing and retyped columns, and that the SQL speaks of one", async () => {
  const found = await change(
    "client;date;montant;ville\nNeil;avril;beaucoup;Lyon\nO;mai;peu;Nice\n",
  );
  expect(found.changes.added.map(({ name }) => name)).toEqual(["ville"]);
  expect(found.changes.retyped).toEqual([
    { name: "date", from: "date", to: "text" },
    { name: "montant", from: "number", to: "text" },
  ]);
  expect(found.asked).toEqual(["montant"]);
  expect((await change("client\nNeil\n")).asked).toEqual(["montant"]);
});

it("compares with the columns of all files of a data set", async () => {
  const { reading } = await readFile(engine, "client;ville\nBrunet;Lyon\n");
  const more = [{ fileName: "b.csv", size: 1, reading, file: "ds_aaaaaaaaaaaa.b" }];
  const found = await findChange(
    library,
    { ...dataSet, more },
    new File(["client;date;montant\nNeil;2026-04-05;1\n"], "c.csv"),
    { nameOf },
  );
  expect(found.changes.gone.map(({ name }) => name)).toEqual(["ville"]);
});

it("counts the rows that are there in the end: after the steps, or below those that are there", async () => {
  const content = "client;date;montant\nNeil;2026-04-05;1\nNeil;2026-04-05;1\nO;2026-04-06;2\n";
  const once = { do: "drop", what: "duplicates", column: null } as const;
  const cleaned = { ...dataSet, reading: { ...dataSet.reading, steps: [once] } };
  const found = async (of: DataSet, mode: "replace" | "append") => {
    const { rows, rowsAfter } = await findChange(library, of, new File([content], "c.csv"), {
      nameOf,
      mode,
    });
    return { rows, rowsAfter };
  };
  expect(await found(cleaned, "replace")).toEqual({ rows: 3, rowsAfter: 2 });
  expect(await found(dataSet, "append")).toEqual({ rows: 3, rowsAfter: 10 });
  // Which of both files are doubles is not known before they are below each other.
  expect(await found(cleaned, "append")).toEqual({ rows: 3, rowsAfter: undefined });
});

const tables = (): Promise<unknown> =>
  engine.run("SELECT table_name FROM duckdb_tables() ORDER BY 1");

it("changes nothing and leaves no table behind", async () => {
  const before = await tables();
  await change("client;date;montant\nNeil;2026-04-05;1\n");
  await expect(change("")).rejects.toThrow("empty");
  expect(await tables()).toEqual(before);
});

it("says of a file that is to be added that it is in already", async () => {
  expect((await added(HELD)).twice).toBe("a.csv");
  expect((await added(HELD.replace("12,5", "12,6"))).twice).toBeUndefined();
  // In its own place it changes nothing, which harms nobody.
  expect((await change(HELD)).twice).toBeUndefined();
});
