import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

/** 400 lines; the name of `open` starts with a quote and that of `close` ends with one. */
const sales = (open: number, close: number, [d, end]: readonly [string, string]): string =>
  [
    ["id", "nom", "montant"].join(d),
    ...Array.from({ length: 400 }, (_, at) =>
      [at + 1, `${at === open ? '"' : ""}Nom ${at}${at === close ? '"' : ""}`, at + 0.5].join(d),
    ),
    "",
  ].join(end);

describe("two quotes without their other halves, which make one cell", () => {
  it.each([
    [";", "\n"],
    [";", "\r\n"],
    [",", "\n"],
    ["\t", "\n"],
  ] as const)("are told with the lines between them (%j, %j)", async (...form) => {
    const read = await readFile(engine, sales(205, 305, form));
    expect([read.rows, read.rejected, read.swallowed.lines]).toEqual([300, 0, 0]);
    expect(read.suspect).toMatchObject({ lines: 100, from: 207 });
    expect(read.suspect.raw.startsWith(`206${form[0]}"Nom 205${form[0]}`)).toBe(true);
    const bare = await readFile(engine, sales(205, 305, form), { choices: { quotes: "none" } });
    expect([bare.rows, bare.rejected, bare.suspect.lines]).toEqual([400, 0, 0]);
  });

  it("are told on neighbouring lines, and with lines that are refused before them", async () => {
    const text = sales(205, 206, [";", "\n"]).replace("\n12;", "\ncourt\n12;");
    const read = await readFile(engine, text);
    expect(read.rejected).toBe(1);
    expect(read.suspect).toMatchObject({ lines: 1, from: 208 });
  });

  it("are told where another column is cleaned and its rows set aside", async () => {
    const text = sales(205, 305, [";", "\n"])
      .replaceAll(/;(\d+)\.5/g, ";1 000,50 €")
      .replace("Nom 30;1 000,50 €", "Nom 30;?1,x");
    const read = await readFile(engine, text);
    expect([read.rows, read.rejected]).toEqual([299, 1]);
    expect(read.suspect).toMatchObject({ lines: 100, from: 207 });
  });

  it("are counted with the rejected lines when the cell they make is one of a number", async () => {
    for (const unit of ["", " €"]) {
      const lines = Array.from({ length: 200 }, (_, at) => {
        const amount = `${at},50${unit}`;
        return `${at};${at === 60 ? `"${amount}` : at === 90 ? `${amount}"` : amount};Nom ${at}`;
      });
      const read = await readFile(engine, `id;montant;nom\n${lines.join("\n")}\n`);
      expect(read.swallowed).toEqual({ lines: 30, from: 62 });
      expect(read.rows + read.rejected + read.swallowed.lines).toBe(200);
    }
  });
});

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join("\n");

describe("cells of several lines that are meant", () => {
  const CASES: readonly [name: string, text: string][] = [
    [
      "addresses in a comma file",
      `id,nom,adresse\n${rows(80, (at) => `${at},Société ${at},"Résidence Les Lilas\n${at}, rue de Lyon, 69003 Lyon"`)}\n`,
    ],
    [
      "addresses of four lines",
      `nom,adresse,ville,pays\n${rows(80, (at) => `Société ${at},"Bâtiment B\nEscalier 2, 3e étage\n${at} rue Foch\nCedex 3",Lyon,FR`)}\n`,
    ],
    [
      "notes with commas",
      `date,client,note\n${rows(80, (at) => `2026-03-0${(at % 9) + 1},C${at},"Appelé, absent, rappeler\nRappelé, d’accord, devis\nSigné, enfin, merci"`)}\n`,
    ],
    [
      "notes with semicolons",
      `id;note;montant\n${rows(80, (at) => `${at};"lundi ; appel ; rien\nmardi ; visite ; devis\njeudi ; signé ; ${at},50";${at},5`)}\n`,
    ],
    [
      "pretty JSON",
      `id,corps\n${rows(80, (at) => `${at},"{\n  ""a"": ${at},\n  ""b"": 2,\n  ""c"": 3\n}"`)}\n`,
    ],
    [
      "messages with quoted signatures",
      `id;message;lu\n${rows(80, (at) => `${at};"Bonjour,\n\nVoici ""le"" devis.\n\nCordialement,\nAnne";oui`)}\n`,
    ],
    [
      "lists with one item a line",
      `commande;articles\n${rows(80, (at) => `${at};"vis\nécrous\nrondelles\nboulons"`)}\n`,
    ],
    ["SQL", `nom,requete\n${rows(80, (at) => `q${at},"SELECT a,b\nFROM t\nWHERE x=1,\ny=2"`)}\n`],
  ];
  it.each(CASES)("%s raise no alarm", async (_, text) => {
    const read = await readFile(engine, text);
    expect([read.rows, read.suspect.lines, read.swallowed.lines]).toEqual([80, 0, 0]);
  });
});
