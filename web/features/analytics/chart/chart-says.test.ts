import { describe as suite, expect, it } from "vitest";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { en } from "#domain/i18n/en/index.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { createFormat } from "#web/lib/format.ts";
import { toPlot } from "#domain/analytics/chart/chart-data.ts";
import { onCalendar } from "#domain/analytics/chart/calendar.ts";
import { chartWords } from "./chart-words.ts";
import { describe } from "./describe.ts";
import { figureWriter } from "#domain/analytics/chart/figure.ts";
import { notes, placeOf } from "./notes.ts";
import type { Plot, Table } from "#domain/analytics/chart/plot.ts";
import { pointOf, rangeOf } from "./point-of.ts";
import { isStrong } from "./selection.ts";
import { walk } from "./walk.ts";

const table: Table = {
  columns: [
    { name: "mois", kind: "date" },
    { name: "agence", kind: "text" },
    { name: "ca", kind: "number" },
  ],
  rows: [
    [Date.UTC(2026, 0, 1), "Lyon", 100],
    [Date.UTC(2026, 1, 1), "Lyon", 150],
    [Date.UTC(2026, 2, 1), "Lyon", 200],
    [Date.UTC(2026, 0, 1), "Annecy", 80],
    [Date.UTC(2026, 2, 1), "Annecy", 40],
  ],
};
const lines: ChartSpec = { type: "line", x: "mois", y: ["ca"], series: "agence" };

function plotOf(spec: ChartSpec, from = table): Plot {
  const { other, count, box } = fr.analytics.chart;
  const made = toPlot(from, spec, { other, count, box });
  if (made === null) throw new Error("nothing to draw");
  return made;
}
const said = (plot: Plot, language: "fr" | "en"): string => {
  const t = language === "fr" ? fr : en;
  const f = createFormat(language === "fr" ? "fr-FR" : "en-US", "Europe/Paris");
  const words = chartWords(plot, language === "fr" ? "fr-FR" : "en-US", f, t.analytics.preview);
  return describe(plot, words, (share) => f.percent(Math.round(share * 10_000)), t.analytics.chart);
};
const bare = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");

suite("a chart in words", () => {
  it("names no lowest of a list that was cut", () => {
    const bars: ChartSpec = { type: "bar", category: "agence", value: "ca" };
    const cut = { ...plotOf(bars, { ...table, rows: table.rows.slice(2, 4) }), partial: true };
    expect(bare(said(cut, "fr"))).toContain("Le plus haut : 200 (Lyon).");
    expect(bare(said(cut, "fr"))).not.toContain("Le plus bas");
  });
  it("says what, from where to where, the ends and the way, in both languages", () => {
    expect(bare(said(plotOf(lines), "fr"))).toBe(
      "Courbe : ca par mois. De janv. 2026 à mars 2026. 2 séries : Lyon, Annecy. Le plus haut : 200 (mars 2026, Lyon). Le plus bas : 40 (mars 2026, Annecy). Lyon monte de 100 % du début à la fin. Annecy baisse de 50 % du début à la fin.",
    );
    expect(said(plotOf(lines), "en")).toContain("Highest: 200 (Mar 2026, Lyon).");
  });
  it("names what is empty and what is not over yet, which it calls no fall", () => {
    const rows = [0, 1, 3].map((at) => [Date.UTC(2026, at, 1), "Lyon", at === 3 ? 10 : 100 + at]);
    const plot = plotOf({ type: "line", x: "mois", y: ["ca"] }, { ...table, rows });
    const now = onCalendar(plot, { today: Date.UTC(2026, 3, 12) });
    const [french, english] = [bare(said(now, "fr")), said(now, "en")];
    expect(french).toContain("L’ensemble reste stable du début à la fin.");
    expect(french).toContain("1 période sans valeur : mars 2026.");
    expect(french).toContain("avr. 2026 : mois en cours, chiffre provisoire.");
    expect(english).toContain("1 period without a value: Mar 2026.");
    expect(english).toContain("Apr 2026: month not over yet, figure so far.");
    const later = onCalendar(plot, { today: Date.UTC(2026, 4, 1) });
    expect(bare(said(later, "fr"))).toContain("L’ensemble baisse de 90 %");
    expect(said(later, "en")).not.toContain("not over yet");
  });
  it("counts categories, and says that there is nothing", () => {
    const bars: ChartSpec = { type: "bar", category: "agence", value: "ca" };
    const few = { ...table, rows: table.rows.slice(2, 4) };
    expect(bare(said(plotOf(bars, few), "fr"))).toContain(
      "2 valeurs d’agence. Le plus haut : 200 (Lyon).",
    );
    expect(said(plotOf(bars, { ...table, rows: [] }), "fr")).toBe("Barres sans données.");
  });
});

suite("walking the marks", () => {
  it("goes over gaps, along the axis and from series to series, and stops at the ends", () => {
    const plot = plotOf(lines);
    const start = walk(plot, undefined, "ArrowRight");
    expect(start).toEqual({ at: 0, series: 0 });
    expect(walk(plot, { at: 0, series: 1 }, "ArrowRight")).toEqual({ at: 2, series: 1 });
    expect(walk(plot, { at: 2, series: 1 }, "ArrowRight")).toEqual({ at: 2, series: 1 });
    expect(walk(plot, { at: 1, series: 0 }, "ArrowDown")).toEqual({ at: 1, series: 0 });
    expect(walk(plot, { at: 2, series: 0 }, "ArrowDown")).toEqual({ at: 2, series: 1 });
    expect(walk(plot, { at: 1, series: 0 }, "End")).toEqual({ at: 2, series: 0 });
    expect(walk(plot, undefined, "a")).toBeNull();
  });
  it("follows bars that lie across with up and down", () => {
    const plot = plotOf({ type: "bar", category: "agence", value: "ca", series: "mois" });
    expect(walk(plot, { at: 0, series: 0 }, "ArrowDown")).toMatchObject({ at: 1 });
  });
});

suite("what is picked", () => {
  const words = { name: String, number: String };
  it("names the columns and values of a mark", () => {
    expect(pointOf(plotOf(lines), 2, 1, words)).toMatchObject({
      conditions: [
        { column: "mois", value: Date.UTC(2026, 2, 1) },
        { column: "agence", value: "Annecy" },
      ],
      measure: "ca",
      figure: 40,
    });
    expect(pointOf(plotOf(lines), 1, 1, words)).toBeNull();
  });
  it("names the ends of a bar of a histogram, and of a span", () => {
    const plot = plotOf({ type: "histogram", value: "ca", bins: 2 });
    expect(pointOf(plot, 1, 0, words)).toMatchObject({
      conditions: [{ column: "ca", from: 120, to: 200, last: true }],
      measure: null,
      figure: 2,
    });
    expect(rangeOf(plot, 1, 0)).toEqual({ column: "ca", from: 40, to: 200 });
    expect(rangeOf(plotOf(lines), 2, 1)).toEqual({
      column: "mois",
      from: Date.UTC(2026, 1, 1),
      to: Date.UTC(2026, 2, 1),
    });
  });
  it("is drawn strong, by axis or by series; what is no part of the chart greys nothing", () => {
    const plot = plotOf(lines);
    expect(isStrong(plot, { column: "agence", values: ["Lyon"] }, 0, 1)).toBe(false);
    expect(isStrong(plot, { column: "agence", values: ["Annecy"] }, 0, 1)).toBe(true);
    expect(isStrong(plot, { column: "mois", values: [Date.UTC(2026, 0, 1)] }, 1, 0)).toBe(false);
    expect(isStrong(plot, { column: "famille", values: ["x"] }, 0, 0)).toBe(true);
  });
});

suite("annotations", () => {
  it("find their place by date, name or number", () => {
    expect(placeOf(plotOf(lines), "2026-02-17")).toBe(1);
    expect(placeOf(plotOf(lines), "2025-01-01")).toBeNull();
    expect(placeOf(plotOf({ type: "histogram", value: "ca", bins: 2 }), 150)).toBe(1);
    const bars = plotOf({ type: "bar", category: "agence", value: "ca", sort: "data" });
    expect(placeOf(bars, "Annecy")).toBe(3);
  });
  it("are lines, bands and a target, on the axis that they speak of", () => {
    const plot = plotOf({
      type: "bar",
      category: "agence",
      value: "ca",
      target: 90,
      annotations: [
        { axis: "x", at: "Lyon", label: "siège" },
        { axis: "y", at: 10, to: 20, label: "bande" },
        { axis: "x", at: "Nulle part", label: "perdue" },
      ],
    });
    const colors = { ink2: "", ink3: "", mute: "" } as Parameters<typeof notes>[1];
    expect(notes(plot, colors, { target: String }, "")).toMatchObject({
      markLine: { data: [{ yAxis: 0 }, { xAxis: 90 }] },
      markArea: { data: [[{ xAxis: 10 }, { xAxis: 20 }]] },
    });
  });
});

it.each([
  ["fr-FR", {}, 1234.5, "1 234,50"],
  ["fr-FR", { style: "percent" }, 0.125, "12,5 %"],
  ["fr-FR", { style: "currency", currency: "EUR" }, -1234.5, "−1 234,50 €"],
  ["fr-FR", { style: "currency", currency: "EUR", scale: "k" }, 182_400, "182,4 k€"],
  ["en-US", { style: "currency", currency: "EUR", scale: "k" }, 182_400, "€182.4k"],
  ["fr-FR", { scale: "M", decimals: 2 }, 1_234_000, "1,23 M"],
  ["en-US", { decimals: 0, unit: "h" }, 12.4, "12 h"],
] as const)("writes figures as asked: %s %o", (locale, format, value, text) => {
  expect(bare(figureWriter(locale, format).full(value))).toBe(text);
});

it.each([
  ["fr-FR", 0, "0 €"],
  ["fr-FR", 12.5, "12,50 €"],
  ["fr-FR", 182_400, "182,4 k€"],
  ["fr-FR", 1_250_000, "1,3 M€"],
  ["en-US", -182_400, "−€182.4k"],
] as const)("writes amounts short for axes: %s %d", (locale, value, text) => {
  const format = { style: "currency", currency: "EUR" } as const;
  expect(bare(figureWriter(locale, format).short(value))).toBe(text);
});
