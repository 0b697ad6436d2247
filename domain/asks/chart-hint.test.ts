import { describe, expect, it } from "vitest";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { CHART_KINDS } from "#domain/analytics/chart/fits.ts";
import { ChartHint, hintedChart } from "./chart-hint.ts";
import { TOOLS } from "./tools.ts";

const shape = (columns: readonly (readonly [string, ColumnKind])[], rows: unknown[][]) =>
  shapeOf({ columns: columns.map(([name, kind]) => ({ name, kind })), rows });
const hint = (over: Partial<ChartHint>): ChartHint => ({
  type: "line",
  x: null,
  y: ["ca"],
  series: null,
  stack: null,
  ...over,
});

const DAY = 86_400_000;
const monthly = shape(
  [
    ["mois", "date"],
    ["agence", "text"],
    ["ca", "number"],
  ],
  Array.from({ length: 12 }, (_, at) => [
    Math.floor(at / 2) * 31 * DAY,
    at % 2 ? "Lyon" : "Nice",
    at,
  ]),
);
const branches = shape(
  [
    ["agence", "text"],
    ["ca", "number"],
    ["n", "integer"],
  ],
  ["Lyon", "Nice", "Brest", "Lille", "Metz"].map((name, at) => [name, at * 10 + 1, at]),
);
const one = shape([["ca", "number"]], [[12]]);

describe("a chart that the model names", () => {
  it.each([
    [
      "line",
      hint({ x: "mois", series: "agence" }),
      monthly,
      { x: "mois", y: ["ca"], series: "agence" },
    ],
    [
      "area",
      hint({ type: "area", x: "mois", series: "agence", stack: "share" }),
      monthly,
      { stack: "share" },
    ],
    ["bar", hint({ type: "bar", x: "agence" }), branches, { category: "agence", value: "ca" }],
    [
      "stacked bar",
      hint({ type: "bar", x: "mois", series: "agence", stack: "sum" }),
      monthly,
      { type: "bar", category: "mois", series: "agence", stack: "sum", direction: "up" },
    ],
    ["pie", hint({ type: "pie", x: "agence" }), branches, { type: "pie", category: "agence" }],
    ["scatter", hint({ type: "scatter", x: "ca", y: ["n"] }), branches, { x: "ca", y: "n" }],
    [
      "heat",
      hint({ type: "heat", x: "mois", series: "agence" }),
      monthly,
      { x: "mois", y: "agence", value: "ca" },
    ],
    ["histogram", hint({ type: "histogram" }), branches, { value: "ca" }],
    ["box", hint({ type: "box", x: "agence" }), branches, { value: "ca", category: "agence" }],
    ["number", hint({ type: "number" }), one, { type: "number", value: "ca" }],
    ["table", hint({ type: "table", y: [] }), branches, { type: "table" }],
    [
      "pivot",
      hint({ type: "pivot", x: "mois", series: "agence" }),
      monthly,
      { rows: ["agence"], columns: ["mois"], value: "ca" },
    ],
  ] as const)("%s is drawn where it fits", (_name, named, of, spec) => {
    expect(hintedChart(named, of)).toEqual({ spec: expect.objectContaining(spec), unfit: null });
  });

  it.each([
    [
      "pie",
      hint({ type: "pie", x: "agence" }),
      shape(
        [
          ["agence", "text"],
          ["ca", "number"],
        ],
        Array.from({ length: 9 }, (_, at) => [`a${at}`, at]),
      ),
      "many-slices",
    ],
    [
      "pie",
      hint({ type: "pie", x: "agence" }),
      shape(
        [
          ["agence", "text"],
          ["ca", "number"],
        ],
        [
          ["Lyon", -1],
          ["Nice", 2],
        ],
      ),
      "negatives",
    ],
    ["pie", hint({ type: "pie", x: "autre" }), branches, "no-column"],
    ["line", hint({ x: "agence", y: ["autre"] }), branches, "no-column"],
    ["line", hint({ x: "mois" }), monthly, "repeats"],
    ["number", hint({ type: "number" }), branches, "repeats"],
    ["scatter", hint({ type: "scatter", x: "agence" }), branches, "no-second-measure"],
    ["heat", hint({ type: "heat", x: "agence" }), branches, "no-second-category"],
    ["bar", hint({ type: "bar", y: ["ca"] }), branches, "no-category"],
    ["box", hint({ type: "box", x: "agence" }), one, "no-column"],
  ] as const)(
    "%s that does not fit gives way to the rules, and why is told",
    (kind, named, of, why) => {
      const { spec, unfit } = hintedChart(named, of);
      expect(unfit).toEqual({ kind, why });
      expect(spec).toEqual(hintedChart(null, of).spec);
    },
  );

  it("takes months as text for a course of time, and years as numbers for names", () => {
    const text = shape(
      [
        ["mois", "text"],
        ["ca", "number"],
      ],
      [
        ["2026-01", 1],
        ["2026-02", 2],
      ],
    );
    expect(hintedChart(hint({ x: "mois" }), text).spec).toMatchObject({ type: "line", x: "mois" });
    const years = shape(
      [
        ["annee", "integer"],
        ["ca", "number"],
      ],
      [
        [2025, 1],
        [2026, 2],
      ],
    );
    const bar = hintedChart(hint({ type: "bar", x: "annee" }), years);
    expect(bar.spec).toMatchObject({ type: "bar", category: "annee", direction: "up" });
  });

  it("may be each kind that there is, and is told so", () => {
    const told = JSON.stringify(TOOLS.find(({ name }) => name === "final_answer"));
    for (const type of CHART_KINDS) {
      expect(ChartHint.safeParse(hint({ type })).success).toBe(true);
      expect(told).toContain(`"${type}"`);
    }
    expect(ChartHint.safeParse({ ...hint({}), type: "gauge" }).success).toBe(false);
    expect(ChartHint.safeParse({ ...hint({}), code: "x" }).success).toBe(false);
  });
});
