import { describe, expect, it } from "vitest";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { swallowedLines } from "./swallowed.ts";

const reading = (delimiter: string, ...kinds: ColumnKind[]) => ({
  delimiter,
  columns: kinds.map((kind, at) => ({
    name: `c${at}`,
    source: `c${at}`,
    kind,
    cleaned: false,
    skipped: false,
  })),
});
const sales = reading(";", "integer", "text", "number");

const lines = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `a${at},b${at}`);

describe("a cell that took lines of the file with it", () => {
  it("is seen by lines cut and typed as the records", () => {
    expect(swallowedLines("Nom 1;10,50\n2;Nom 2;11,50\n3;Nom 3", 1, sales)).toBe(2);
    expect(swallowedLines("Nom 1;10,50\r\n2;Nom 2;11,50\r\n3;Nom 3", 1, sales)).toBe(2);
  });
  it("is seen over one line end when its ends make one record", () => {
    expect(swallowedLines("Nom 1;10,50\n2;Nom 2", 1, sales)).toBe(1);
    expect(swallowedLines("Nom 1;10,50\n2", 1, sales)).toBe(0);
  });
  it("is seen in spite of a line that is itself broken, or blank", () => {
    const sold = Array.from({ length: 20 }, (_, at) => (at === 7 ? "court" : `${at};n;${at},5`));
    expect(swallowedLines(`a;1,5\n${sold.join("\n")}\n\n30;b`, 1, sales)).toBe(22);
  });
  it("is seen by separators alone once there are enough lines", () => {
    const three = reading(",", "text", "text", "text");
    expect(swallowedLines("a,b\nc,d,e\nf,g,h\ni,j", 1, three)).toBe(3);
    const two = reading(",", "text", "text");
    expect(swallowedLines(`x\n${lines(2).join("\n")}\ny,z`, 1, two)).toBe(0);
    expect(swallowedLines(`x\n${lines(8).join("\n")}\ny,z`, 1, two)).toBe(9);
  });
});

describe("a cell of several lines that is meant", () => {
  const people = reading(",", "integer", "text", "text");
  it.each([
    ["address", "Résidence Les Lilas\n12, rue de Lyon, 69003 Lyon", 2, people],
    ["address without blanks", "12 rue Foch\n69003 Lyon,France", 1, reading(",", "text", "text")],
    ["note", "Rappelé lundi, absent\nRappelé mardi, d’accord\nSigné, enfin", 2, people],
    ["list of figures", "Total\n1,5\n2,5\n3,5", 2, people],
    ["poem", "Once upon \na time", 0, reading(",", "text", "integer", "integer")],
    ["JSON", '{\n"a": 1,\n"b": 2\n}', 1, reading(",", "integer", "text")],
    ["one column", "a\nb\nc\nd\ne\nf\ng", 0, reading(",", "text")],
    ["notes with semicolons", "lundi ; appel\nmardi ; visite ; devis\nvu", 1, sales],
    ["other table", "12;Lyon\n13;Annecy\n14;Chambéry\n15;Aix", 1, sales],
  ])("%s", (_, cell, at, file) => {
    expect(swallowedLines(cell, at, file)).toBe(0);
  });
});
