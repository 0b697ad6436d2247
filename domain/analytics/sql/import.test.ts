import { describe, expect, it } from "vitest";
import type { ColumnReading, Reading } from "#domain/analytics/reading.ts";
import { importStatement } from "./import.ts";
import { quoteIdentifier, quoteLiteral, tableName } from "./quote.ts";
import { boundedRead } from "./read.ts";

const text: ColumnReading = {
  name: "a",
  source: "a",
  kind: "text",
  cleaned: false,
  skipped: false,
};
const reading = (columns: ColumnReading[], rest: Partial<Reading> = {}): Reading => ({
  encoding: "utf-8",
  delimiter: ";",
  titleLines: 0,
  header: true,
  numbers: "comma",
  dates: "dmy",
  nullWords: [],
  totalLabel: null,
  totals: "exclude",
  shortRows: "reject",
  badCells: "reject",
  lenient: false,
  maxLineBytes: 2_000_000,
  columns,
  ...rest,
});
const target = { path: "local/a.csv", table: "t", rejects: "1" };

describe("the statement of an import", () => {
  it("lets the reader type plain columns and needs no cast then", () => {
    const sql = importStatement(
      reading([
        text,
        { ...text, name: "n", kind: "number" },
        { ...text, name: "d", kind: "date", format: "%d/%m/%Y" },
      ]),
      target,
    );
    expect(sql).toContain("'n': 'DOUBLE'");
    expect(sql).toContain("dateformat = '%d/%m/%Y'");
    expect(sql).toContain("decimal_separator = ','");
    expect(sql).not.toContain("__aetheria_bad");
  });
  it("casts columns that need cleaning and marks rows that do not read", () => {
    const sql = importStatement(
      reading([{ ...text, name: "m", kind: "number", cleaned: true }]),
      target,
    );
    expect(sql).toContain("'m': 'VARCHAR'");
    expect(sql).toContain("__aetheria_bad");
  });
  it("casts everything when bad cells become empty, and leaves skipped columns out", () => {
    const sql = importStatement(
      reading(
        [
          { ...text, name: "n", kind: "integer" },
          { ...text, name: "x", skipped: true },
        ],
        { badCells: "empty" },
      ),
      target,
    );
    expect(sql).toContain('try_cast(trim("n") AS BIGINT)');
    expect(sql).not.toMatch(/SELECT.*"x".* FROM read_csv/);
  });
  it("quotes hostile names and paths", () => {
    expect(quoteIdentifier('a"; DROP TABLE t; --')).toBe('"a""; DROP TABLE t; --"');
    expect(quoteLiteral("l'été")).toBe("'l''été'");
  });
});

it("makes short unique table names", () => {
  expect(tableName("Export compta – Été 2026.CSV", [])).toBe("export_compta_ete_2026");
  expect(tableName("2026.csv", ["t_2026"])).toBe("t_2026_2");
  expect(tableName("日本.csv", [])).toBe("t_data");
  expect(tableName("achats.ndjson", [])).toBe("achats");
});

it("bounds a read and survives a trailing comment and semicolon", () => {
  expect(boundedRead("select 1 -- one;\n;", 10)).toBe("SELECT * FROM (select 1 -- one\n) LIMIT 11");
});
