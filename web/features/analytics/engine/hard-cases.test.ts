import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { column, day, many, readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

const latin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (char) => (char === "€" ? 0x80 : char.charCodeAt(0)));

describe("numbers as French files write them", () => {
  it("reads decimal commas without a cast", async () => {
    const read = await readFile(engine, "a;b\n12,5;x\n-3,25;y\n;z\n");
    expect(column(read, "a")).toEqual([12.5, -3.25, null]);
  });

  it("reads spaces, no-break spaces, units, percent and every kind of minus", async () => {
    const cells = [
      "1 234,56",
      "1\u00a0234,56 €",
      "1\u202f234,56",
      "−640,25 €",
      "640,25-",
      "(640,25)",
      "1.234,56",
    ];
    const read = await readFile(
      engine,
      `montant;n\n${cells.map((cell, at) => `${cell};${at}`).join("\n")}\n`,
    );
    expect(column(read, "montant")).toEqual([
      1234.56, 1234.56, 1234.56, -640.25, -640.25, -640.25, 1234.56,
    ]);
    expect(column(await readFile(engine, "taux;n\n18,1 %;1\n5 %;2\n"), "taux")).toEqual([18.1, 5]);
  });

  it("reads English amounts in a comma file", async () => {
    const read = await readFile(engine, 'amount,n\n"$1,234.56",1\n"-2,000.00",2\n');
    expect(column(read, "amount")).toEqual([1234.56, -2000]);
  });

  it("keeps a column of points right beside columns of commas", async () => {
    const read = await readFile(engine, "lat;prix;cout\n45.75;1,5;2,5\n45.123;2,5;3,5\n");
    expect(column(read, "lat")).toEqual([45.75, 45.123]);
    expect(column(read, "prix")).toEqual([1.5, 2.5]);
  });

  it("keeps leading zeros and long ids whole", async () => {
    const read = await readFile(
      engine,
      "cp;id\n01000;90071992547409931\n69001;90071992547409932\n",
    );
    expect(read.result.rows).toEqual([
      ["01000", "90071992547409931"],
      ["69001", "90071992547409932"],
    ]);
  });
});

describe("dates", () => {
  it("reads the day first, and the month first when told", async () => {
    const text = "d;n\n04/03/2026;1\n05/03/2026;2\n";
    expect(column(await readFile(engine, text), "d")).toEqual([
      day("2026-03-04"),
      day("2026-03-05"),
    ]);
    expect(column(await readFile(engine, text, { choices: { dates: "mdy" } }), "d")[0]).toBe(
      day("2026-04-03"),
    );
  });

  it("reads single digits, dots, two-digit years and times", async () => {
    const read = await readFile(
      engine,
      "a;b;c\n4/3/2026;04.03.26;04/03/2026 09:30\n25/12/2026;25.12.26;25/12/2026 18:05\n",
    );
    expect(read.result.rows[0]).toEqual([
      day("2026-03-04"),
      day("2026-03-04"),
      Date.UTC(2026, 2, 4, 9, 30),
    ]);
    expect(read.rejected).toBe(0);
  });

  it("reads ISO instants with and without seconds, and FEC dates", async () => {
    const read = await readFile(
      engine,
      "vu;DateEcriture\n2026-03-04 10:00:30;20260304\n2026-03-04T11:00:00.250;20260305\n",
    );
    expect(column(read, "vu")).toEqual([
      Date.UTC(2026, 2, 4, 10, 0, 30),
      Date.UTC(2026, 2, 4, 11, 0, 0, 250),
    ]);
    expect(column(read, "DateEcriture")).toEqual([day("2026-03-04"), day("2026-03-05")]);
  });

  it("lists an impossible date with its line, reason and text", async () => {
    const lines = many(60, (at) => `${String((at % 28) + 1).padStart(2, "0")}/03/2026;${at}`);
    const read = await readFile(engine, `d;n\n${lines}\n31/06/2026;99\n`);
    expect(read.rows).toBe(60);
    expect(read.rejects).toEqual([
      { line: 62, raw: "31/06/2026;99", reason: { code: "cell", column: 0, value: "31/06/2026" } },
    ]);
  });
});

const accents = "société;montant\nCafé Brûlé;1,5\nŒuvre;2,5\n";
const units = (mark: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Uint16Array.from(mark + accents, (char) => char.charCodeAt(0)).buffer);

describe("encodings", () => {
  it("reads windows-1252, its euro sign as well", async () => {
    const read = await readFile(engine, latin("société;prix\nCafé Brûlé;1,50 €\nForêt;2,50 €\n"));
    expect(read.result.rows).toEqual([
      ["Café Brûlé", 1.5],
      ["Forêt", 2.5],
    ]);
  });
  it("reads UTF-16 with and without a mark, and UTF-8 with one", async () => {
    for (const bytes of [
      units("\ufeff"),
      units(""),
      new TextEncoder().encode(`\ufeff${accents}`),
    ]) {
      const read = await readFile(engine, bytes);
      expect(read.result.columns[0]?.name).toBe("société");
      expect(column(read, "société")).toEqual(["Café Brûlé", "Œuvre"]);
    }
  });
  it("finds out late that a file is not UTF-8", async () => {
    const plain = `nom;n\n${many(50_000, (at) => `client ordinaire;${at}`)}\n`;
    const late = new Blob([
      plain,
      latin("Café;1\n"),
      many(70_000, (at) => `client ordinaire;${at}`),
    ]);
    const read = await readFile(engine, new Uint8Array(await late.arrayBuffer()));
    expect(read.repairs).toEqual([{ code: "encoding" }]);
    expect(read.rows).toBe(120_001);
  });
});

describe("rows that do not fit", () => {
  it("lists short and long rows with line and reason, and reads the others", async () => {
    const read = await readFile(engine, "a;b;c\n1;2;3\n4;5\n6;7;8\n9;10;11;12\n13;14;15\n");
    expect(column(read, "a")).toEqual([1, 6, 13]);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, { code: "missing", found: 2, expected: 3 }],
      [5, { code: "extra", found: 4, expected: 3 }],
    ]);
    expect(read.rejects[0]?.raw).toBe("4;5");
  });
  it("fills short rows when asked", async () => {
    const read = await readFile(engine, "a;b;c\n1;2;3\n4;5\n6;7;8\n", {
      change: { shortRows: "fill" },
    });
    expect(read.result.rows[1]).toEqual([4, 5, null]);
  });
  it("lists a wrong type far down instead of failing", async () => {
    const lines = many(60_000, (at) => (at === 30_000 ? "n.c;30000" : `${at},5;${at}`));
    const read = await readFile(engine, `a;b\n${lines}\n`);
    expect(read.rows).toBe(59_999);
    expect(read.rejects).toEqual([
      { line: 30_002, raw: "n.c;30000", reason: { code: "cell", column: 0, value: "n.c" } },
    ]);
  });
  it("finds the line of a bad cell behind quoted line feeds and refused lines", async () => {
    const lines = many(60, (at) => `"note\n${at}";${at} 000,50 €`);
    const read = await readFile(engine, `t;m\n${lines}\nseul\n"fin";1 2O4,00\n`);
    expect(read.rejects.map(({ line, raw }) => [line, raw])).toEqual([
      [122, "seul"],
      [123, '"fin";1 2O4,00'],
    ]);
    expect(read.rows).toBe(60);
  });
  it("finds the lines of a file with CRLF and title lines", async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `0${(at % 9) + 1}/03/2026;${at} 000,50 €`);
    lines.splice(10, 0, "court");
    lines.splice(30, 0, "31/06/2026;5,00 €");
    lines.push("05/03/2026;1 2O4,00");
    const read = await readFile(engine, `Titre;\r\nd;m\r\n${lines.join("\r\n")}\r\n`);
    expect(read.rejects.map(({ line, raw }) => [line, raw])).toEqual([
      [13, "court"],
      [33, "31/06/2026;5,00 €"],
      [65, "05/03/2026;1 2O4,00"],
    ]);
  });
  it("keeps such rows with an empty cell when asked", async () => {
    const lines = many(60, (at) => `${at},5;${at}`);
    const read = await readFile(engine, `a;b\n${lines}\nx;60\n`, { change: { badCells: "empty" } });
    expect(read.rows).toBe(61);
    expect(column(read, "a").at(-1)).toBeNull();
    expect(read).toMatchObject({ rejected: 0, rejects: [{ line: 62 }] });
  });
  it("reads a column as text after all when its samples were not like the rest", async () => {
    const lines = many(200_000, (at) =>
      at % 20_000 > 12_000 && at % 20_000 < 12_900 ? `lot ${at};1` : `${at};1`,
    );
    const read = await readFile(engine, `ref;n\n${lines}\n`);
    expect(read.rows).toBe(200_000);
    expect(read.repairs).toMatchObject([{ code: "text", column: "ref" }]);
    expect(read.reading.columns[0]?.kind).toBe("text");
  });
});

describe("files with more or less than a table", () => {
  it("skips titles, blank lines and sep=, and leaves the totals out", async () => {
    const read = await readFile(
      engine,
      "Export 2026;;\n\ndate;tiers;montant\n04/03/2026;Brunet;1,5\n13/03/2026;Habitat;2,5\nTOTAL;;4,0\n\n",
    );
    expect(read.sniffed.reading).toMatchObject({ titleLines: 2, totalLabel: "TOTAL" });
    expect(column(read, "montant")).toEqual([1.5, 2.5]);
    expect(read.rejects).toEqual([]);
    expect(column(await readFile(engine, "sep=;\r\na;b\r\n1;2\r\n"), "a")).toEqual([1]);
  });
  it("keeps the totals when asked", async () => {
    const read = await readFile(engine, "tiers;montant\nBrunet;1,5\nTOTAL;1,5\n", {
      change: { totals: "keep" },
    });
    expect(column(read, "tiers")).toEqual(["Brunet", "TOTAL"]);
  });
  it("reads a file without a head, and one of text alone", async () => {
    expect((await readFile(engine, "Lyon;12\nAnnecy;13\n")).result).toMatchObject({
      columns: [{ name: "colonne_1" }, { name: "colonne_2" }],
      rows: [
        ["Lyon", 12],
        ["Annecy", 13],
      ],
    });
    const text = "Dupont;Lyon\nMartin;Annecy\n";
    expect((await readFile(engine, text, { choices: { headerLine: 0 } })).rows).toBe(2);
  });
  it("reads yes/no and words for nothing", async () => {
    const read = await readFile(engine, "solde;n;x\noui;1;NULL\nnon;NC;a\nOui;3;b\n");
    expect(column(read, "solde")).toEqual([true, false, true]);
    expect(column(read, "n")).toEqual([1, null, 3]);
    expect(column(read, "x")).toEqual([null, "a", "b"]);
  });
});

describe("lines", () => {
  it("reads CRLF, mixed and old Macintosh line ends", async () => {
    for (const text of ["a;b\r\n1;2\r\n3;4\r\n", "a;b\r\n1;2\n3;4\r\n", "a;b\r1;2\r3;4\r"]) {
      expect((await readFile(engine, text)).result.rows).toEqual([
        [1, 2],
        [3, 4],
      ]);
    }
  });
  it("finds mixed line ends that come late", async () => {
    const text = `a;b\r\n${many(40_000, (at) => `${at};2\r`)}\n${many(40_000, (at) => `${at};3`)}\r\n5;6\r\n`;
    const read = await readFile(engine, text);
    expect(read.rows + read.rejected).toBe(80_001);
    expect(read.rejected).toBe(0);
  });
  it("reads a line of 3 MB", async () => {
    const long = "x".repeat(3_000_000);
    const read = await readFile(engine, `a;b\n1;court\n2;"${long}"\n3;fin\n`);
    expect(column(read, "b").map((cell) => String(cell).length)).toEqual([5, 3_000_000, 3]);
  });
  it("counts the lines that an unclosed quote swallows, and reads them all without quotes", async () => {
    const lines = many(400, (at) => `${at + 1};${at === 205 ? '"' : ""}Nom ${at};${at},50`);
    const text = `id;nom;montant\n${lines}\n`;
    const read = await readFile(engine, text);
    expect(read.swallowed).toEqual({ lines: 194, from: 207 });
    expect(read.rows + read.rejected + read.swallowed.lines).toBe(400);
    const bare = await readFile(engine, text, { choices: { quotes: "none" } });
    expect([bare.rows, bare.rejected, bare.swallowed.lines]).toEqual([400, 0, 0]);
    expect(column(bare, "nom")[205]).toBe('"Nom 205');
    expect(column(bare, "montant")[399]).toBe(399.5);
  });
  it("answers no rows, and no reject, for a file that is only its header", async () => {
    const read = await readFile(engine, "a;b;c\n");
    expect([read.rows, read.rejected, read.sniffed.reading.header]).toEqual([0, 0, true]);
  });
  it("swallows nothing where quotes are right", async () => {
    const read = await readFile(engine, 'a;b\n1;"deux\nlignes"\n2;x\n3;y;z\n');
    expect([read.rows, read.rejected, read.swallowed.lines]).toEqual([2, 1, 0]);
  });
  it("lists a quote that is never closed and reads the rest", async () => {
    const lines = many(50, (at) => `${at};"Brunet ${at}"`);
    const read = await readFile(engine, `a;b\n${lines}\n50;"Delorme et Fils\n51;"Habitat"\n`);
    expect(read.rows + read.rejected).toBeGreaterThanOrEqual(51);
    expect(read.rows).toBeGreaterThanOrEqual(50);
  });
});
