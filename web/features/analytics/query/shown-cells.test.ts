import { read, utils } from "@e965/xlsx";
import { expect, it } from "vitest";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { createFormat } from "#web/lib/format.ts";
import { sheetCell, workbook } from "./workbook.ts";
import { shownCells } from "./shown-cells.ts";

const table = {
  columns: [
    { name: "agence", kind: "text" },
    { name: "famille", kind: "text" },
    { name: "mois", kind: "date" },
    { name: "ca", kind: "number" },
  ],
  rows: [
    ["Lyon", "Études", Date.UTC(2026, 0, 1), 0.1],
    ["Lyon", "Suivi", Date.UTC(2026, 1, 1), 0.2],
    ["Annecy", "Études", Date.UTC(2026, 1, 1), 5],
  ],
} as const;
const speech = { locale: "fr-FR", f: createFormat("fr-FR", "Europe/Paris"), t: fr.analytics };
const pivot: ChartSpec = {
  type: "pivot",
  rows: ["agence", "famille"],
  columns: ["mois"],
  value: "ca",
};

it("gives a pivot with its subtotals and totals, in the order of the screen", () => {
  const order = { by: "total", direction: "descending" } as const;
  expect(shownCells(table, pivot, order, speech, (cell) => cell)).toEqual([
    ["agence", "famille", "janv.", "févr.", "Total"],
    ["Annecy", "Études", null, 5, 5],
    ["Total Annecy", "", null, 5, 5],
    ["Lyon", "Suivi", null, 0.2, 0.2],
    ["Lyon", "Études", 0.1, null, 0.1],
    ["Total Lyon", "", 0.1, 0.2, 0.3],
    ["Total", "", 0.1, 5.2, 5.3],
  ]);
});

it("leaves totals of a pivot out whose result was cut by its limit", () => {
  const cut = { ...table, limited: true };
  expect(shownCells(cut, pivot, undefined, speech, (cell) => cell)).toEqual([
    ["agence", "famille", "janv.", "févr."],
    ["Annecy", "Études", null, 5],
    ["Lyon", "Études", 0.1, null],
    ["Lyon", "Suivi", null, 0.2],
  ]);
});

it("adds the row of totals when the table on screen has it", () => {
  const spec: ChartSpec = { type: "table", totals: true };
  const lines = shownCells(table, spec, undefined, speech, (cell) => cell);
  expect(lines.at(-1)).toEqual(["Total", "", "", 5.3]);
  expect(shownCells(table, null, undefined, speech, (cell) => cell)).toHaveLength(4);
});

it("makes a workbook in which days are days and text is never a formula", async () => {
  const rows = shownCells(
    { ...table, rows: [["=1+1", "x", Date.UTC(2026, 0, 31), 1.5]] },
    null,
    undefined,
    speech,
    sheetCell,
  );
  const made = await workbook([{ title: "ca/mois : [par agence]", rows }]);
  const book = read(await made.arrayBuffer(), { cellFormula: true });
  expect(book.SheetNames).toEqual(["ca mois    par agence"]);
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  expect(sheet?.["A2"]).toMatchObject({ t: "s", v: "=1+1" });
  expect(sheet?.["A2"]).not.toHaveProperty("f");
  expect(sheet && utils.sheet_to_json(sheet, { header: 1, raw: false })[1]).toEqual([
    "=1+1",
    "x",
    "31/01/2026",
    "1.5",
  ]);
});
