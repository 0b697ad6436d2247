import { describe, expect, it } from "vitest";
import { Figures } from "#domain/dashboards/share/figures.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { newId } from "#domain/ids.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { digestOf, publishedOf, withinBytes } from "./collect.ts";

const layout = { x: 0, y: 0, w: 6, h: 4 };
const widget = (changes: Partial<WidgetView> = {}): WidgetView => ({
  id: newId("wdg"),
  dashboardId: newId("dsb"),
  version: 1,
  title: "CA par agence",
  kind: "chart",
  sql: "SELECT secret FROM salaires",
  text: "",
  sourceIds: [newId("src")],
  chart: null,
  layout,
  createdBy: newId("usr"),
  createdAt: "2026-11-22T09:00:00.000Z",
  updatedAt: "2026-11-22T09:00:00.000Z",
  can: { write: true },
  ...changes,
});
const columns: ReadResult["columns"] = [
  { name: "agence", kind: "text" },
  { name: "montant", kind: "number" },
];
const rowsOf = (count: number, text = "Lyon"): ReadResult["rows"] =>
  Array.from({ length: count }, (_, at) => [`${text} ${at}`, at]);
const figuresOf = (...widgets: (ReturnType<typeof publishedOf> & object)[]): Figures => ({
  title: "Agences",
  filters: [],
  computedAt: "2026-11-22T09:00:00.000Z",
  widgets,
});
const published = (count: number, text?: string) => {
  const found = publishedOf(widget(), { columns, rows: rowsOf(count, text), more: false }, layout);
  if (!found) throw new Error("nothing published");
  return found;
};

describe("what is published of a widget", () => {
  it("is what it shows, drawn as it is drawn, and neither SQL nor the sources' names", () => {
    const found = published(3);
    expect(found.chart).toMatchObject({ type: "bar", category: "agence", value: "montant" });
    expect(found.rows).toHaveLength(3);
    expect(JSON.stringify(found)).not.toMatch(/salaires|src_/);
    expect(Figures.safeParse(figuresOf(found)).success).toBe(true);
  });

  it("says of a crossed table that rows are missing which the limit of its question left out", () => {
    const chart = { type: "pivot" as const, rows: ["agence"], columns: [], value: "montant" };
    const result = { columns, rows: rowsOf(3), more: false, limited: true };
    expect(publishedOf(widget({ chart }), result, layout)?.more).toBe(true);
    expect(publishedOf(widget(), result, layout)?.more).toBe(false);
  });

  it("is nothing while the figures are not there, and the words of a text", () => {
    expect(publishedOf(widget(), undefined, layout)).toBeNull();
    const text = publishedOf(widget({ kind: "text", text: "**Note**" }), undefined, layout);
    expect(text).toMatchObject({ kind: "text", text: "**Note**", rows: [], columns: [] });
  });

  it("holds at most as many rows, columns and letters as a request takes, and says that there were more", () => {
    const wide = Array.from({ length: 40 }, (_, at) => ({ name: `c${at}`, kind: "text" as const }));
    const rows = Array.from({ length: 1_200 }, () => wide.map(() => "x".repeat(700)));
    const found = publishedOf(
      widget({ kind: "table" }),
      { columns: wide, rows, more: false },
      layout,
    );
    expect([found?.columns.length, found?.rows.length, found?.more]).toEqual([30, 1_000, true]);
    expect(found?.rows[0]?.[0]).toHaveLength(500);
  });
});

describe("the figures of a dashboard", () => {
  it("fit into a request: the longest table loses rows first, and says so", () => {
    const figures = figuresOf(published(5), published(1_000, "y".repeat(200)));
    const fitted = withinBytes(figures, 50_000);
    expect(JSON.stringify(fitted).length).toBeLessThanOrEqual(50_000);
    expect(fitted.widgets.map(({ rows, more }) => [rows.length, more])).toEqual([
      [5, false],
      [125, true],
    ]);
  });

  it("have the same digest while they are the same", async () => {
    const one = published(3);
    expect(await digestOf([one])).toBe(await digestOf([{ ...one }]));
    expect(await digestOf([one])).not.toBe(await digestOf([{ ...one, more: true }]));
    expect(await digestOf([one])).toMatch(/^[\da-f]{64}$/);
  });
});
