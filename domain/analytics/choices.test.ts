import { describe, expect, it } from "vitest";
import { fixedColumns, withChoices } from "./choices.ts";
import type { Reading } from "./reading.ts";

const reading: Reading = {
  encoding: "utf-8",
  delimiter: ";",
  titleLines: 0,
  header: true,
  numbers: "comma",
  dates: "mdy",
  nullWords: [],
  totalLabel: null,
  totals: "exclude",
  shortRows: "reject",
  badCells: "reject",
  lenient: false,
  maxLineBytes: 2_000_000,
  columns: ["a", "b"].map((name) => ({
    name,
    source: name,
    kind: "text",
    cleaned: false,
    skipped: false,
  })),
};

describe("a person's choices over a reading", () => {
  it("retypes a column with the file's own styles and cleans its cells", () => {
    expect(withChoices(reading, { columns: { 0: { kind: "number" } } }).columns[0]).toMatchObject({
      kind: "number",
      style: "comma",
      cleaned: true,
    });
    expect(withChoices(reading, { columns: { 1: { kind: "date" } } }).columns[1]).toMatchObject({
      format: "%m/%d/%Y",
      cleaned: true,
    });
  });
  it("renames, unless the name is taken or empty", () => {
    expect(withChoices(reading, { columns: { 0: { name: " ville " } } }).columns[0]?.name).toBe(
      "ville",
    );
    expect(withChoices(reading, { columns: { 0: { name: "B" } } }).columns[0]?.name).toBe("a");
    expect(withChoices(reading, { columns: { 0: { name: " " } } }).columns[0]?.name).toBe("a");
  });
  it("never leaves a file without columns", () => {
    const all = withChoices(reading, { columns: { 0: { skipped: true }, 1: { skipped: true } } });
    expect(all.columns.some(({ skipped }) => !skipped)).toBe(true);
  });
  it("names the columns whose kind is the person's", () => {
    expect(
      fixedColumns(reading, { columns: { 1: { kind: "integer" }, 0: { name: "x" } } }),
    ).toEqual(["b"]);
  });
});
