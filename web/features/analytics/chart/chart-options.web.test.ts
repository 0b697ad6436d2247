import { beforeAll, expect, it, vi } from "vitest";
import { fr } from "#domain/i18n/fr/index.ts";
import { createFormat } from "#web/lib/format.ts";
import { chartOptions } from "./chart-options.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { init } from "./echarts.ts";
import type { Palette } from "./palette.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { plotFor, wordsFor } from "./reader.ts";
import type { Selection } from "./selection.ts";

// jsdom sets no text: each letter is as wide as the other.
beforeAll(() => {
  const pen = { measureText: (text: string) => ({ width: text.length * 6.5 }) };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(pen as never);
});

const reader = { locale: "fr-FR", f: createFormat("fr-FR", "Europe/Paris"), t: fr.analytics };
const size = { width: 400, height: 240 };
const colors: Palette = {
  series: ["#c10000", "#c20000", "#c30000", "#c40000", "#c50000", "#c60000", "#c70000", "#c80000"],
  ramp: ["#500000", "#510000"],
  ink: "#111111",
  ink2: "#222222",
  ink3: "#333333",
  grid: "#eeeeee",
  mute: "#aaaaaa",
  accent: "#0000ff",
  accentSoft: "#0000fe",
  accentInk: "#0000fd",
  hover: "#0b0b0b",
  line: "#777777",
  surface: "#ffffff",
};
const table: Table = {
  columns: [
    { name: "client", kind: "text" },
    { name: "part", kind: "number" },
    { name: "ca", kind: "number" },
  ],
  rows: [
    ["Alpes Énergie", 3, 117_000],
    ["Lac Conseil", 2, 81_000],
    ["Isère Habitat", 1, 40_000],
  ],
};

type More = { selected?: Selection; wide?: typeof size; of?: Table; on?: number };
function optionsOf(spec: ChartSpec, more: More = {}) {
  const plot = plotFor(more.of ?? table, spec, reader, { today: more.on ?? 0 });
  return chartOptions(
    {
      plot,
      colors,
      words: wordsFor(plot, reader),
      size: more.wide ?? size,
      selected: more.selected,
      range: undefined,
      target: String,
    },
    () => undefined,
  );
}
const drawn = (spec: ChartSpec, more: More = {}) => {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...(more.wide ?? size) });
  chart.setOption(optionsOf(spec, more));
  return chart;
};
/** What is painted over what: the place of the last shape of a colour in the picture. */
const painted = (svg: string, color: string): number => svg.lastIndexOf(`fill="${color}"`);

it.each([["light"], ["chosen"]])("a bar that is pointed at stays in sight (%s)", (state) => {
  const spec: ChartSpec = { type: "bar", category: "client", value: "ca" };
  const chart = drawn(
    spec,
    state === "chosen" ? { selected: { column: "client", values: ["Alpes Énergie"] } } : {},
  );
  chart.dispatchAction({ type: "updateAxisPointer", currTrigger: "mousemove", x: 200, y: 40 });
  const svg = chart.renderToSVGString();
  chart.dispose();
  const [band, bar] = [painted(svg, colors.hover), painted(svg, colors.series[0] ?? "")];
  expect(band).toBeGreaterThan(0);
  expect(bar).toBeGreaterThan(band);
});

it("the words beside a pie have their figures, on a narrow card by a smaller pie", () => {
  const spec: ChartSpec = { type: "pie", category: "client", value: "ca" };
  for (const wide of [size, { width: 320, height: 320 }]) {
    const chart = drawn(spec, { wide });
    const svg = chart.renderToSVGString();
    chart.dispose();
    expect(svg.match(/\s%</g)).toHaveLength(3);
    expect(svg).not.toContain("...");
  }
});

it("dots say which column lies along which axis, unless titles are given", () => {
  const spec: ChartSpec = { type: "scatter", x: "part", y: "ca" };
  expect(optionsOf(spec)).toMatchObject({ xAxis: { name: "part" }, yAxis: { name: "ca" } });
  const named = optionsOf({ ...spec, xTitle: "Part (%)", yTitle: "" });
  expect(named).toMatchObject({ xAxis: { name: "Part (%)" } });
  expect(named["yAxis"]).not.toHaveProperty("name");
});

/** A day and an agency each: no series has two points. */
const single: Table = {
  columns: [
    { name: "le", kind: "date" },
    { name: "agence", kind: "text" },
    { name: "ca", kind: "number" },
  ],
  rows: ["Lyon", "Grenoble", "Annecy", "Valence"].map((agence, at) => [
    Date.UTC(2026, 0, 5 + at),
    agence,
    10 + at,
  ]),
};
it.each(["line", "area"] as const)("a point that no %s reaches is drawn by itself", (type) => {
  const spec: ChartSpec = { type, x: "le", y: ["ca"], series: "agence" };
  const chart = drawn(spec, { of: single });
  const svg = chart.renderToSVGString();
  chart.dispose();
  for (const color of colors.series.slice(0, 4)) expect(svg).toContain(`fill="${color}"`);
  const series = (of: Table) => optionsOf(spec, { of })["series"] as { type: string }[];
  expect(series(single).at(-1)?.type).toBe("scatter");
  const rows = single.rows.map(([le, , ca]) => [le ?? null, "Lyon", ca ?? null]);
  expect(series({ ...single, rows }).map((one) => one.type)).toEqual(["line"]);
});

const months: Table = {
  columns: [
    { name: "mois", kind: "date" },
    { name: "ca", kind: "number" },
  ],
  rows: [0, 1, 3].map((at) => [Date.UTC(2026, at, 1), 10 + at]),
};
const [RUNNING, OVER] = [Date.UTC(2026, 3, 30), Date.UTC(2026, 4, 1)];
it("a month that is not over yet is hollow at the end of a line, and a pale bar", () => {
  const line: ChartSpec = { type: "line", x: "mois", y: ["ca"] };
  const hollow = (on: number): boolean => {
    const chart = drawn(line, { of: months, on });
    const svg = chart.renderToSVGString();
    chart.dispose();
    return svg.includes(`fill="${colors.surface}"`);
  };
  expect([hollow(RUNNING), hollow(OVER)]).toEqual([true, false]);
  const bar: ChartSpec = {
    type: "bar",
    category: "mois",
    value: "ca",
    direction: "up",
    sort: "name",
  };
  const pale = (on: number): number[] => {
    const [series] = optionsOf(bar, { of: months, on })["series"] as { data: Bar[] }[];
    return series!.data.flatMap(({ itemStyle }, at) =>
      itemStyle.opacity === undefined ? [] : [at],
    );
  };
  type Bar = { itemStyle: { opacity?: number } };
  // March is empty, and has its place.
  expect([pale(RUNNING), pale(OVER)]).toEqual([[3], []]);
});

it("writes months as such where they are the groups", () => {
  const plot = plotFor(
    {
      columns: single.columns,
      rows: [
        [Date.UTC(2026, 0, 1), "Lyon", 3],
        [Date.UTC(2026, 1, 1), "Lyon", 4],
      ],
    },
    { type: "bar", category: "agence", value: "ca", series: "le" },
    reader,
  );
  expect(plot.series.map(({ name }) => name)).toEqual(["févr. 2026", "janv. 2026"]);
});
