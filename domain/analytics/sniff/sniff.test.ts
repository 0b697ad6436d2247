import { describe, expect, it } from "vitest";
import { sniff, type Choices } from "./sniff.ts";

const read = (head: string, choices: Choices = {}, tail = head) =>
  sniff(
    {
      head,
      more: [],
      tail,
      encoding: "utf-8",
      encodingEvidence: { code: "encoding.valid", sure: true },
    },
    choices,
    (position) => `colonne_${position}`,
  );
const kinds = (head: string, choices?: Choices): string[] =>
  read(head, choices).reading.columns.map(({ kind }) => kind);
const names = (head: string): string[] => read(head).reading.columns.map(({ name }) => name);

const COMPTA = [
  "Export comptable 2026;;;",
  "Atelier Morvan;;;",
  "date;tiers;montant_ht;solde",
  "04/03/2026;Habitat Rhône-Sud;12\u00a0840,00 €;oui",
  "13/03/2026;Métallerie Brunet;1\u202f096,00 €;non",
  "14/03/2026;SCI du Vieux-Moulin;−640,25 €;oui",
  "TOTAL GÉNÉRAL;;13\u00a0295,75 €;",
  "",
].join("\r\n");

describe("sniffing a French accounting export", () => {
  const { reading, evidence } = read(COMPTA);

  it("skips title lines and takes the third line as the head", () => {
    expect(reading).toMatchObject({ delimiter: ";", titleLines: 2, header: true });
    expect(evidence.header).toEqual({ code: "header.titles", lines: 2, sure: true });
  });

  it("reads amounts with spaces, euro signs and a true minus", () => {
    expect(reading.columns[2]).toMatchObject({
      kind: "number",
      style: "comma",
      unit: "€",
      cleaned: true,
    });
    expect(reading.numbers).toBe("comma");
  });

  it("reads dates day first and yes/no words", () => {
    expect(reading.columns[0]).toMatchObject({ kind: "date", format: "%d/%m/%Y" });
    expect(reading.columns[3]).toMatchObject({ kind: "boolean" });
    expect(evidence.dates).toMatchObject({ code: "dates.proved", sure: true });
  });

  it("finds the row of totals and keeps it out of the types", () => {
    expect(reading.totalLabel).toBe("TOTAL GÉNÉRAL");
    expect(evidence.totals).toEqual({ code: "totals.found", label: "TOTAL GÉNÉRAL", sure: true });
  });
});

describe("separators", () => {
  it.each([
    ["a;b\n1,5;2,5\n3,5;4,5\n", ";"],
    ["a\tb\n1\t2\n3\t4\n", "\t"],
    ["a|b\n1|2\n3|4\n", "|"],
    ["a,b,c\n1,2,3\n4,5,6\n", ","],
    ['nom,tags\n"x","a;b"\n"y","c;d"\n', ","],
    ["sep=|\na|b\n1|2\n", "|"],
  ])("finds the one of %j", (text, delimiter) => {
    expect(read(text).reading.delimiter).toBe(delimiter);
  });

  it("skips the sep= line", () => {
    expect(read("sep=;\na;b\n1;2\n").reading).toMatchObject({ titleLines: 1, header: true });
    expect(names("sep=;\na;b\n1;2\n")).toEqual(["a", "b"]);
  });

  it("reads a single column and says so", () => {
    expect(read("ville\nLyon\nAnnecy\n").evidence.delimiter).toEqual({
      code: "delimiter.single",
      sure: true,
    });
  });

  it("finds its own types again when another separator is chosen", () => {
    expect(kinds("a;b\n1;2\n3;4\n", { delimiter: "," })).toEqual(["text"]);
  });
});

describe("heads", () => {
  it("makes doubled and empty names unique, whatever the case", () => {
    expect(names("nom;Nom;;nom\n1;2;3;4\n5;6;7;8\n")).toEqual([
      "nom",
      "Nom_2",
      "colonne_3",
      "nom_3",
    ]);
  });

  it("takes a first line with a number as data", () => {
    const { reading, evidence } = read("Lyon;12\nAnnecy;13\n");
    expect(reading.header).toBe(false);
    expect(evidence.header).toEqual({ code: "header.missing", sure: true });
  });

  it("leaves an all-text head to be checked, and sees one that repeats below", () => {
    expect(read("nom;ville\nDupont;Lyon\nMartin;Annecy\n").evidence.header).toEqual({
      code: "header.looks",
      sure: false,
    });
    expect(read("Dupont;actif\nMartin;actif\nBrun;inactif\n").reading.header).toBe(false);
  });

  it("follows the person's choice of the head line", () => {
    expect(read("x;y\na;b\nc;d\n", { headerLine: 2 }).reading).toMatchObject({
      titleLines: 1,
      header: true,
    });
    expect(read("x;y\na;b\nc;d\n", { headerLine: 0 }).reading).toMatchObject({
      titleLines: 0,
      header: false,
    });
  });
});

describe("types", () => {
  it("keeps leading zeros, SIRET and phone numbers as text", () => {
    expect(
      kinds("cp;siret;tel\n01000;10000000001234;0612345678\n69001;10000000001235;0612345679\n"),
    ).toEqual(["text", "text", "text"]);
  });

  it("keeps ids over 2^53 as text", () => {
    expect(kinds("id;n\n90071992547409931;1\n9007199254740994;2\n")).toEqual(["text", "integer"]);
  });

  it("reads words for nothing only beside other values", () => {
    const { reading } = read("n;pays\n1;NC\nNC;FR\n#N/A;NC\n3;DE\n");
    expect(reading.columns.map(({ kind }) => kind)).toEqual(["integer", "text"]);
    expect(reading.nullWords).toEqual(expect.arrayContaining(["NC", "#N/A"]));
  });

  it("reads instants, two-digit years and FEC dates", () => {
    const { reading } = read(
      "vu;le;EcritureDate\n2026-01-02 10:00:30;31/12/26;20260131\n2026-01-03 11:00:00;30/12/26;20260228\n",
    );
    expect(reading.columns.map(({ kind, format }) => [kind, format])).toEqual([
      ["timestamp", "%Y-%m-%d %H:%M:%S"],
      ["date", "%d/%m/%y"],
      ["date", "%Y%m%d"],
    ]);
  });

  it("reads month first when only that is possible, and says when both are", () => {
    expect(read("d;n\n03/14/2026;1\n04/15/2026;2\n").reading.columns[0]?.format).toBe("%m/%d/%Y");
    expect(read("d;n\n03/04/2026;1\n04/05/2026;2\n").evidence.dates).toEqual({
      code: "dates.ambiguous",
      sample: "03/04/2026",
      sure: false,
    });
    expect(read("d;n\n1/01/2026;1\n2/1/2026;2\n").evidence.dates).toMatchObject({
      sample: "2/1/2026",
    });
    expect(read("d;n\n03/04/2026;1\n", { dates: "mdy" }).reading.columns[0]?.format).toBe(
      "%m/%d/%Y",
    );
  });

  it("is sure of the order as soon as one date proves it and none the contrary", () => {
    const rows = Array.from({ length: 99 }, (_, at) => `03/0${(at % 9) + 1}/2026;${at}`);
    const dates = (...more: string[]) =>
      read(["d;n", ...rows, ...more.map((cell) => `${cell};1`), ""].join("\n"));
    expect(dates("31/12/2026").evidence.dates).toEqual({
      code: "dates.proved",
      sample: "31/12/2026",
      sure: true,
    });
    expect(dates("12/31/2026")).toMatchObject({
      reading: { dates: "mdy" },
      evidence: { dates: { code: "dates.proved", sample: "12/31/2026", sure: true } },
    });
    expect(dates("31/12/2026", "30/11/2026", "12/31/2026")).toMatchObject({
      reading: { dates: "dmy" },
      evidence: { dates: { code: "dates.mixed", sample: "12/31/2026", sure: false } },
    });
  });

  it("reads each column in the order that it proves, whatever the others prove", () => {
    const text = "us;fr\n03/14/2026;14/03/2026\n04/15/2026;04/05/2026\n";
    const formats = (choices?: Choices) =>
      read(text, choices).reading.columns.map(({ format }) => format);
    expect(formats()).toEqual(["%m/%d/%Y", "%d/%m/%Y"]);
    // A person's choice counts for all: what proves an order may be a slip.
    expect(formats({ dates: "dmy" })).toEqual(["%d/%m/%Y", "%d/%m/%Y"]);
  });

  it("follows the delimiter for 1.234, which reads both ways, and asks", () => {
    expect(read("a;b\n1.234;x\n2.345;y\n")).toMatchObject({
      reading: { numbers: "comma" },
      evidence: { numbers: { code: "numbers.ambiguous", sure: false } },
    });
    expect(read("a;b\n1234.56;x\n2.5;y\n").reading.columns[0]).toMatchObject({
      style: "point",
      kind: "number",
    });
  });

  it("tolerates a few odd cells in a typed column", () => {
    const lines = Array.from({ length: 60 }, (_, at) => `${at};${at},5`);
    lines[40] = "x;1,5";
    expect(kinds(`a;b\n${lines.join("\n")}\n`)).toEqual(["integer", "number"]);
  });
});

it("sees mixed line ends, but not line feeds inside quotes", () => {
  expect(read("a;b\r\n1;2\n3;4\r\n").reading.lenient).toBe(true);
  expect(read('a;b\r\n"1\n2";2\r\n3;4\r\n').reading.lenient).toBe(false);
});
