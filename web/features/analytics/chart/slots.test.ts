import { describe, expect, it } from "vitest";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { slotOf } from "./slots.ts";

const pie = (column: string, ...names: string[]): Plot => ({
  type: "pie",
  x: { name: column, kind: "text", values: names },
  series: [{ name: "montant", values: names.map(() => 1) }],
  measure: "montant",
  split: null,
  stack: "none",
  direction: "up",
  look: {},
});
const lines = (column: string | null, ...names: string[]): Plot => ({
  ...pie("mois", "janvier"),
  type: "line",
  split: column,
  series: names.map((name) => ({ name, values: [1] })),
});
const slots = (plot: Plot, count: number) =>
  Array.from({ length: count }, (_, at) => slotOf(plot, at));

describe("the colour of a value", () => {
  it("is its own, whatever a filter leaves and in whatever order", () => {
    expect(slots(pie("phase", "Esquisse", "Projet", "Visa"), 3)).toEqual([0, 1, 2]);
    expect(slots(pie("phase", "Visa", "Esquisse"), 2)).toEqual([2, 0]);
    expect(slots(lines("phase", "Projet", "Chantier"), 2)).toEqual([1, 3]);
  });

  it("is never that of another one in the same chart", () => {
    const many = Array.from({ length: 8 }, (_, at) => `a${at}`);
    slots(pie("agence", ...many), 8);
    const more = slots(pie("agence", "neuve", "a7", "a0"), 3);
    expect(new Set(more).size).toBe(3);
    expect(more.slice(1)).toEqual([7, 0]);
  });

  it("goes by place where measures stand side by side", () => {
    expect(slots(lines(null, "prévu", "réel"), 2)).toEqual([0, 1]);
    expect(slots(lines(null, "réel", "prévu"), 2)).toEqual([0, 1]);
  });
});
