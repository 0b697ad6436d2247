import { afterAll, beforeAll, expect, it } from "vitest";
import type { Step } from "#domain/analytics/steps/step.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";
import { readPart } from "./read-part.ts";
import { readParts, type PartFile } from "./read-parts.ts";
import { runRead } from "./read.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

const FIRST = "code;client;montant\n01;Brunet;12,5\n02;Delorme;3\n";
const nameOf = (position: number): string => `colonne_${position}`;

async function first(...steps: Step[]): Promise<PartFile> {
  const { reading } = await readFile(engine, FIRST);
  return { fileName: "janvier.csv", text: new Blob([FIRST]), reading: { ...reading, steps } };
}
async function next(content: string, fileName: string): Promise<PartFile> {
  const text = new Blob([content]);
  const before = (await first()).reading;
  const { reading } = await readPart(engine, text, before, { table: "essai", nameOf });
  return { fileName, text, reading };
}
const rows = async (): Promise<unknown[][]> =>
  (await runRead(engine, "FROM ventes", { limit: 99 })).rows;
const tables = async (): Promise<unknown[]> =>
  (await engine.run("SELECT table_name AS t FROM duckdb_tables() ORDER BY 1")).map(({ t }) => t);

it("puts another file below, though it is written otherwise, and keeps a code text", async () => {
  const second = await next("client,montant,code\nNeil,1.5,31\n", "février.csv");
  expect(second.reading.columns.map(({ kind }) => kind)).toEqual(["text", "number", "text"]);
  const read = await readParts(engine, [await first(), second], {
    table: "ventes",
    origin: "fichier",
  });
  expect(read.rows).toBe(3);
  expect(await rows()).toEqual([
    ["janvier.csv", "01", "Brunet", 12.5],
    ["janvier.csv", "02", "Delorme", 3],
    ["février.csv", "31", "Neil", 1.5],
  ]);
  expect(await tables()).toEqual(["essai", "ventes"]);
});

it("does the steps to all rows together, and fills what a file lacks with nothing", async () => {
  const step: Step = { do: "drop", what: "duplicates", column: null };
  const second = await next("code;client;montant;ville\n01;Brunet;12,5;\n03;Neil;;Lyon\n", "b.csv");
  const read = await readParts(engine, [await first(step), second], { table: "ventes" });
  expect(read.columns.map(({ name }) => name)).toEqual(["code", "client", "montant", "ville"]);
  expect(await rows()).toEqual([
    ["01", "Brunet", 12.5, null],
    ["02", "Delorme", 3, null],
    ["03", "Neil", null, "Lyon"],
  ]);
});

it("leaves the table before as it was when one of the files does not read", async () => {
  await readParts(engine, [await first()], { table: "ventes" });
  const stop = new AbortController();
  stop.abort();
  await expect(
    readParts(engine, [await first(), await next(FIRST, "b.csv")], {
      table: "ventes",
      signal: stop.signal,
    }),
  ).rejects.toThrow(/abort/i);
  expect(await rows()).toHaveLength(2);
  expect(await tables()).toEqual(["essai", "ventes"]);
});
