import { describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import type { PublishedWidget } from "./figures.ts";
import { figureTable } from "./figure-words.ts";

const widget = (changes: Partial<PublishedWidget> = {}): PublishedWidget => ({
  id: newId("wdg"),
  title: "CA par agence",
  kind: "table",
  text: "",
  chart: null,
  layout: { x: 0, y: 0, w: 6, h: 4 },
  columns: [
    { name: "agence", kind: "text" },
    { name: "jour", kind: "date" },
    { name: "montant", kind: "number" },
  ],
  rows: [
    ["Lyon", Date.UTC(2026, 9, 1), 12345.5],
    ["Annecy", null, -3],
  ],
  more: false,
  ...changes,
});

describe("figures in words", () => {
  it("are written as the language of their reader writes them", () => {
    expect(figureTable(widget(), "fr").rows).toEqual([
      ["Lyon", "01/10/2026", "12\u00A0345,5"],
      ["Annecy", "", "\u22123,0"],
    ]);
    expect(figureTable(widget(), "en").rows[0]).toEqual(["Lyon", "10/01/2026", "12,345.5"]);
  });

  it("alone have decimals while they are small", () => {
    const columns = [{ name: "CA", kind: "number" as const }];
    const figure = (value: number) =>
      figureTable(widget({ kind: "number", columns, rows: [[value]] }), "fr").rows[0]?.[0];
    expect(figure(48_312.4)).toBe("48\u00A0312");
    expect(figure(12.345)).toBe("12,35");
  });

  it("of a long table are its first twenty rows, and how many are left", () => {
    const columns = [{ name: "n", kind: "integer" as const }];
    const rows = Array.from({ length: 33 }, (_, at) => [at]);
    const table = figureTable(widget({ columns, rows, more: true }), "fr");
    expect([table.rows.length, table.left, table.more]).toEqual([20, 13, true]);
  });
});
