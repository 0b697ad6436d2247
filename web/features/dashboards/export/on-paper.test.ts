import { describe, expect, it } from "vitest";
import { onPaper } from "./on-paper.ts";
import type { ShownTable } from "./tables.ts";

const layout = { x: 3, y: 2, w: 6, h: 5 };
const table = (columns: number, rows: number, spec: ShownTable["spec"] = null): ShownTable => ({
  title: "Missions",
  result: {
    columns: Array.from({ length: columns }, (_, at) => ({
      name: `montant_${at}`,
      kind: "number" as const,
    })),
    rows: Array.from({ length: rows }, (__, row) => Array.from({ length: columns }, () => row)),
  },
  spec,
  order: undefined,
});

describe("on paper", () => {
  it("what is no table stays where it is", () => {
    const stays = { layout, scale: 1, apart: false };
    expect(onPaper(undefined, layout)).toEqual(stays);
    const bar = { type: "bar", category: "montant_0", value: "montant_1" } as const;
    expect(onPaper(table(2, 60, bar), layout)).toEqual(stays);
  });

  it("a tile grows with the rows of its table, and has its own height at least", () => {
    expect(onPaper(table(5, 3), layout).layout).toEqual(layout);
    const grown = onPaper(table(5, 12), layout);
    expect(grown.layout).toMatchObject({ x: 3, w: 6 });
    expect(grown.layout.h).toBeGreaterThan(7);
    expect(grown.apart).toBe(false);
  });

  it("columns that do not fit a little smaller take the whole width, and are made as small as is still read", () => {
    const wide = onPaper(table(10, 3), layout);
    expect(wide).toMatchObject({ layout: { x: 0, w: 12 }, scale: 1 });
    const wider = onPaper(table(16, 3), layout);
    expect(wider.layout).toMatchObject({ x: 0, w: 12 });
    expect(wider.scale).toBeLessThan(1);
    expect(onPaper(table(80, 3), layout).scale).toBe(0.5);
  });

  it("a table of more than a page stands apart, a crossed one too", () => {
    expect(onPaper(table(3, 18), layout).apart).toBe(false);
    expect(onPaper(table(3, 19), layout).apart).toBe(true);
    const crossed: ShownTable["spec"] = {
      type: "pivot",
      rows: ["montant_0"],
      columns: [],
      value: "montant_1",
    };
    expect(onPaper(table(2, 12, crossed), layout).apart).toBe(false);
    expect(onPaper(table(2, 19, crossed), layout).apart).toBe(true);
  });
});
