import { describe, expect, it } from "vitest";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { PublishedWidget } from "#domain/dashboards/share/figures.ts";
import { figureTable } from "#domain/dashboards/share/figure-words.ts";
import { figureWords as en } from "#domain/i18n/en/mail-dashboards.ts";
import { figureWords as words } from "#domain/i18n/fr/mail-dashboards.ts";
import { newId } from "#domain/ids.ts";
import { plotFor, wordsFor } from "#web/features/analytics/chart/reader.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { createFormat } from "#web/lib/format.ts";

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
    { name: "montant_ht", kind: "number" },
  ],
  rows: [
    ["Lyon", Date.UTC(2026, 9, 1), 12345.5],
    ["Annecy", null, -3],
  ],
  more: false,
  ...changes,
});
const EUROS = { style: "currency", currency: "EUR", decimals: 0 } as const;
const figure = (values: [number, number?], format: ChartSpec["format"]) =>
  widget({
    kind: "number",
    chart: { type: "number", value: "valeur", before: "un an plus tôt", format },
    columns: ["valeur", "un an plus tôt"].map((name) => ({ name, kind: "number" })),
    rows: [[values[0], values[1] ?? null]],
  });
const months = [11, 12, 13].map((month) => Date.UTC(2025, month, 1));
const byMonth = (chart: ChartSpec, rows: PublishedWidget["rows"]) =>
  widget({
    kind: "chart",
    chart,
    columns: [
      { name: "mois", kind: "date" },
      { name: "nature", kind: "text" },
      { name: "heures", kind: "number" },
    ],
    rows,
  });
const HOURS: PublishedWidget["rows"] = [
  [months[1] ?? 0, "Atelier", 10],
  [months[0] ?? 0, "Facturable", 120.4],
  [months[1] ?? 0, "Facturable", 90],
  [months[2] ?? 0, "Atelier", 12],
];

describe("figures of a mail", () => {
  it("of a table are written as the language of their reader writes them", () => {
    const table = figureTable(widget(), words);
    expect(table.columns.map(({ name }) => name)).toEqual(["Agence", "Jour", "Montant ht"]);
    expect(table.rows).toEqual([
      ["Lyon", "01/10/2026", "12\u00A0345,5"],
      ["Annecy", "", "\u22123,0"],
    ]);
    expect(figureTable(widget(), en).rows[0]).toEqual(["Lyon", "10/01/2026", "12,345.5"]);
  });

  it("alone are one sentence in their format, and how far they are from another", () => {
    const text = (...given: Parameters<typeof figure>) => figureTable(figure(...given), words).text;
    expect(text([751_367, 716_160], EUROS)).toBe(
      "751\u00A0367\u00A0€, +4,9\u00A0% par rapport à un an plus tôt",
    );
    expect(text([0.9, 0.89], { style: "percent", decimals: 1 })).toBe(
      "90,0\u00A0%, +1\u00A0pt par rapport à un an plus tôt",
    );
    expect(text([1_204.4], { decimals: 0, unit: "h" })).toBe("1\u00A0204\u00A0h");
    expect(text([48_312.4], undefined)).toBe("48\u00A0312");
    expect(text([12.345], undefined)).toBe("12,35");
    expect(figureTable(figure([751_367, 716_160], EUROS), en).text).toBe(
      "€751,367, +4.9% vs un an plus tôt",
    );
    expect(figureTable(figure([1, 2], EUROS), words).rows).toEqual([]);
  });

  it("of a text are its words without their marks, line by line", () => {
    const text = "# Note\n\nMontants **hors taxes**\n- de l’[année](https://a.test)";
    expect(figureTable(widget({ kind: "text", text }), words).text).toBe(
      "Note\nMontants hors taxes\nde l’année",
    );
  });

  it("over time are named by their months, side by side, in the format and order of the chart", () => {
    const format = { decimals: 0, unit: "h" } as const;
    const chart: ChartSpec = { type: "area", x: "mois", y: ["heures"], series: "nature", format };
    const stacked = byMonth(chart, HOURS);
    const { columns, rows } = figureTable(stacked, words);
    expect(columns.map(({ name }) => name)).toEqual(["Mois", "Facturable", "Atelier"]);
    const reader = { locale: "fr-FR", f: createFormat("fr-FR"), t: fr.analytics };
    const plot = plotFor(stacked, chart, reader);
    const drawn = wordsFor(plot, reader);
    expect(rows).toEqual(
      plot.x.values.map((value, at) => [
        drawn.name(value),
        ...plot.series.map(({ values }) => {
          const held = values[at] ?? null;
          return held === null ? "" : drawn.number(held);
        }),
      ]),
    );
    expect(rows[0]).toEqual(["déc. 2025", "120\u00A0h", ""]);
  });

  it("of bars stand in the order in which they are drawn, those of a pivot with their totals", () => {
    const bars = byMonth({ type: "bar", category: "nature", value: "heures", format: EUROS }, [
      [null, "Atelier", 10],
      [null, "Facturable", 120.4],
    ]);
    expect(figureTable(bars, words).rows).toEqual([
      ["Facturable", "120\u00A0€"],
      ["Atelier", "10\u00A0€"],
    ]);
    const chart: ChartSpec = {
      type: "pivot",
      rows: ["nature"],
      columns: ["mois"],
      value: "heures",
      format: EUROS,
    };
    const pivot = figureTable(byMonth(chart, HOURS), words);
    const heads = ["Nature", "déc. 2025", "janv. 2026", "févr. 2026", "Total"];
    expect(pivot.columns.map(({ name }) => name)).toEqual(heads);
    expect(pivot.rows.at(-1)).toEqual([
      "Total",
      "120\u00A0€",
      "100\u00A0€",
      "12\u00A0€",
      "232\u00A0€",
    ]);
  });

  it("of a long table are its first twenty rows, and how many are left; over time the last", () => {
    const columns = [{ name: "n", kind: "integer" as const }];
    const rows = Array.from({ length: 33 }, (_, at) => [at]);
    const table = figureTable(widget({ columns, rows, more: true }), words);
    expect([table.rows.length, table.left, table.more]).toEqual([20, 13, true]);
    const years = Array.from({ length: 24 }, (_, at): PublishedWidget["rows"][number] => [
      Date.UTC(2025, at, 1),
      "",
      at,
    ]);
    const line = figureTable(byMonth({ type: "line", x: "mois", y: ["heures"] }, years), words);
    expect([line.rows.at(-1)?.[0], line.left]).toEqual(["déc. 2026", 4]);
  });
});
