import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSV_DIALECTS, csvLine, moneyCell, neutralise, textCell } from "./csv.ts";

describe("neutralise", () => {
  it.each([
    "=1+1",
    "+33 4 78 00 00 00",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    '=HYPERLINK("http://x")',
  ])("%j gets an apostrophe", (text) => {
    expect(neutralise(text)).toBe(`'${text}`);
  });

  it.each(["", "SCI 12", "1=1", "a@b.fr", "'=1", "04 78"])("%j stays", (text) => {
    expect(neutralise(text)).toBe(text);
  });

  it("leaves no cell that begins as a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(neutralise(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});

/** The cells of one line, read as RFC 4180 says. */
function parse(line: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const match = /^"((?:[^"]|"")*)"/u.exec(rest);
    if (!match) throw new Error(`Not a quoted cell: ${rest}`);
    cells.push((match[1] ?? "").replaceAll('""', '"'));
    rest = rest.slice(match[0].length);
    if (rest === "") return cells;
    expect(rest[0]).toBe(separator);
    rest = rest.slice(1);
  }
}

describe("csvLine", () => {
  it("gives every text back, whatever is in it", () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { minLength: 1 });
    fc.assert(
      fc.property(texts, fc.constantFrom("fr" as const, "en" as const), (cells, language) => {
        const dialect = CSV_DIALECTS[language];
        const line = csvLine(cells.map(textCell), dialect);
        expect(line.endsWith("\r\n")).toBe(true);
        expect(parse(line, dialect.separator)).toEqual(cells.map(neutralise));
      }),
    );
  });
});

describe("moneyCell", () => {
  it.each([
    [123450, "fr", "1234,50"],
    [123450, "en", "1234.50"],
    [5, "en", "0.05"],
    [0, "fr", "0,00"],
    [-64025, "en", "-640.25"],
    [null, "fr", ""],
  ] as const)("%s in %s → %j", (minor, language, text) => {
    expect(moneyCell(minor, CSV_DIALECTS[language])).toBe(text);
  });

  it("has no decimals for a currency without", () => {
    expect(moneyCell(1200, CSV_DIALECTS.en, 0)).toBe("1200");
  });
});
