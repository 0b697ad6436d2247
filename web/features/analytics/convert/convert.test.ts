import { utils, write, type CellObject, type WorkSheet } from "@e965/xlsx";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile, type ReadFile } from "#web/features/analytics/testing/read-text.ts";
import { convert } from "./convert.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

const day = (text: string): number => Date.parse(`${text}Z`);
const kinds = ({ reading }: ReadFile): string[] =>
  reading.columns.map(({ name, kind }) => `${name}: ${kind}`);
const workbook = (
  sheets: Record<string, WorkSheet>,
  change: (book: ReturnType<typeof utils.book_new>) => void = () => undefined,
): Uint8Array<ArrayBuffer> => {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  change(book);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
};
const figure = (v: number, z: string): CellObject => ({ t: "n", v, z });

const parquet = (codec: "SNAPPY" | "UNCOMPRESSED"): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parquetWriteBuffer({
      codec,
      columnData: [
        { name: "id", data: [1n, 9_007_199_254_740_993n, 123_456_789n], type: "INT64" },
        { name: "code", data: ["0012", "34", "-"], type: "STRING" },
        { name: "montant", data: [12.5, null, -3], type: "DOUBLE", nullable: true },
        {
          name: "vu",
          data: [new Date("2026-03-04T10:20:30.500Z"), new Date(0), null],
          type: "TIMESTAMP",
          nullable: true,
        },
        { name: "ok", data: [true, false, null], type: "BOOLEAN", nullable: true },
      ],
    }),
  );

describe("workbooks", () => {
  it("reads titles, a head, dates, percentages, truth, errors and a row of totals", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Export comptable"],
      [],
      ["compte", "date", "heure", "montant", "taux", "soldé", "siret"],
      [
        "0411",
        figure(46_085, "dd/mm/yyyy"),
        figure(0.5, "hh:mm"),
        12_840.5,
        figure(0.181, "0.0 %"),
        true,
        "00123456700011",
      ],
      [],
      [
        "0412",
        figure(46_086, "dd/mm/yyyy"),
        figure(0.75, "hh:mm"),
        -640.25,
        figure(0.055, "0.0 %"),
        false,
        "00123456700012",
      ],
      ["0413", figure(46_087, "dd/mm/yyyy"), null, { t: "e", v: 7 }, null, true, ""],
      ["TOTAL", null, null, 12_200.25],
    ]);
    sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 6 } }];
    const read = await readFile(engine, workbook({ Compta: sheet }));
    expect(kinds(read)).toEqual([
      "compte: text",
      "date: date",
      "heure: text",
      "montant: number",
      "taux: number",
      "soldé: boolean",
      "siret: text",
    ]);
    expect(read.reading).toMatchObject({ titleLines: 2, totalLabel: "TOTAL", totals: "exclude" });
    expect(read.result.rows).toEqual([
      ["0411", day("2026-03-04"), "12:00:00", 12_840.5, 18.1, true, "00123456700011"],
      ["0412", day("2026-03-05"), "18:00:00", -640.25, 5.5, false, "00123456700012"],
      ["0413", day("2026-03-06"), null, null, null, true, null],
    ]);
    expect(read.rejected).toBe(0);
  });

  it("offers the sheets that are shown and hold something, and reads the chosen one", async () => {
    const bytes = workbook(
      {
        Vide: utils.aoa_to_sheet([]),
        Clients: utils.aoa_to_sheet([["nom"], ["Brunet"], ["Delorme"]]),
        Calculs: utils.aoa_to_sheet([["x"], [1]]),
        Villes: utils.aoa_to_sheet([
          ["ville", "habitants"],
          ["Lyon", 520_774],
        ]),
      },
      (book) => (book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }, {}] }),
    );
    const first = await readFile(engine, bytes);
    expect(first.reading.source).toEqual({
      format: "workbook",
      part: "Clients",
      parts: ["Clients", "Villes"],
    });
    expect(first.result.rows).toEqual([["Brunet"], ["Delorme"]]);
    const second = await readFile(engine, bytes, { choices: { part: "Villes" } });
    expect(second.result.rows).toEqual([["Lyon", 520_774]]);
  });

  it("repeats what is merged downwards, keeps instants of one column alike and leaves empty columns out", async () => {
    const sheet = utils.aoa_to_sheet([
      [null, "région", "vu", null, "n"],
      [null, "Sud", figure(46_085.5, "dd/mm/yyyy hh:mm"), null, 1],
      [null, null, figure(46_086, "dd/mm/yyyy hh:mm"), null, 2],
      [null, "Est", figure(46_087.25, "dd/mm/yyyy hh:mm"), null, 3],
    ]);
    sheet["!merges"] = [{ s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }];
    const read = await readFile(engine, workbook({ Visites: sheet }));
    expect(read.result.rows).toEqual([
      ["Sud", day("2026-03-04T12:00"), 1],
      ["Sud", day("2026-03-05T00:00"), 2],
      ["Est", day("2026-03-06T06:00"), 3],
    ]);
  });

  it("reads days of workbooks that count from 1904", async () => {
    const sheet = utils.aoa_to_sheet([
      ["jour"],
      [figure(1, "dd/mm/yyyy")],
      [figure(2, "dd/mm/yyyy")],
    ]);
    const bytes = workbook(
      { A: sheet },
      (book) => (book.Workbook = { WBProps: { date1904: true } }),
    );
    const read = await readFile(engine, bytes);
    expect(read.result.rows).toEqual([[day("1904-01-02")], [day("1904-01-03")]]);
  });

  it("says that a workbook is empty or damaged", async () => {
    await expect(
      convert(new Blob([workbook({ A: utils.aoa_to_sheet([]) })]), "workbook"),
    ).rejects.toMatchObject({ fault: "empty" });
    const cut = workbook({ A: utils.aoa_to_sheet([["a"], [1]]) }).slice(0, 300);
    await expect(convert(new Blob([cut]), "workbook")).rejects.toMatchObject({ fault: "damaged" });
  });
});

describe("JSON", () => {
  it("flattens objects, keeps lists as text and texts as texts", async () => {
    const read = await readFile(
      engine,
      JSON.stringify([
        {
          id: 1,
          client: { nom: "Brunet", cp: "69001" },
          tags: ["a", 1],
          vu: "2026-03-04",
          ok: true,
        },
        { id: 2, client: { nom: 'Le "Parc",\nLyon' }, montant: 12.5, vu: null, ok: null },
      ]),
    );
    expect(kinds(read)).toEqual([
      "id: integer",
      "client.nom: text",
      "client.cp: text",
      "tags: text",
      "vu: date",
      "ok: boolean",
      "montant: number",
    ]);
    expect(read.result.rows).toEqual([
      [1, "Brunet", "69001", '["a",1]', day("2026-03-04"), true, null],
      [2, 'Le "Parc",\nLyon', null, null, null, null, 12.5],
    ]);
  });

  it("reads lines of objects", async () => {
    const read = await readFile(engine, '\ufeff{"a":1,"b":"NULL"}\r\n{"a":2}\n\n{"a":3,"c":1.5}\n');
    expect(read.result.rows).toEqual([
      [1, "NULL", null],
      [2, null, null],
      [3, null, 1.5],
    ]);
  });

  it("finds the lists of a document and reads the chosen one", async () => {
    const document = JSON.stringify({
      meta: { page: 1 },
      data: { clients: [{ n: 1 }, { n: 2 }], villes: [{ v: "Lyon" }] },
    });
    const first = await readFile(engine, document);
    expect(first.reading.source).toMatchObject({
      part: "data.clients",
      parts: ["data.clients", "data.villes"],
    });
    const second = await readFile(engine, document, { choices: { part: "data.villes" } });
    expect(second.result.rows).toEqual([["Lyon"]]);
  });

  it("reads a list of lists as the table it is, and one object as a row", async () => {
    const table = await readFile(engine, '[["nom","n"],["Brunet",1],["Delorme",2]]');
    expect(table.result.columns.map(({ name }) => name)).toEqual(["nom", "n"]);
    expect(table.result.rows).toEqual([
      ["Brunet", 1],
      ["Delorme", 2],
    ]);
    expect((await readFile(engine, '{"a": 1, "b": {"c": "x"}}')).result.rows).toEqual([[1, "x"]]);
  });

  it("says that a document is empty or damaged", async () => {
    await expect(convert(new Blob(["[]"]), "json")).rejects.toMatchObject({ fault: "empty" });
    await expect(convert(new Blob(['[{"a": 1}, {"a"']), "json")).rejects.toMatchObject({
      fault: "damaged",
    });
  });
});

describe("Parquet", () => {
  it.each(["SNAPPY", "UNCOMPRESSED"] as const)("keeps the file's own types (%s)", async (codec) => {
    const read = await readFile(engine, parquet(codec));
    expect(kinds(read)).toEqual([
      "id: integer",
      "code: text",
      "montant: number",
      "vu: timestamp",
      "ok: boolean",
    ]);
    expect(read.result.rows.map(([, ...rest]) => rest)).toEqual([
      ["0012", 12.5, day("2026-03-04T10:20:30.500"), true],
      ["34", null, 0, false],
      ["-", -3, null, null],
    ]);
    expect(await engine.run("SELECT max(id)::VARCHAR AS id FROM essai")).toEqual([
      { id: "9007199254740993" },
    ]);
  });

  it("says that a file is damaged", async () => {
    const cut = new Blob([parquet("SNAPPY").slice(0, 200)]);
    await expect(convert(cut, "parquet")).rejects.toMatchObject({ fault: "damaged" });
  });
});
