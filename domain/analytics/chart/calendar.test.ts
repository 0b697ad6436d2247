import { expect, it } from "vitest";
import { onCalendar, openSpan, stepOf } from "./calendar.ts";
import type { Plot } from "./plot.ts";

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const month = (at: number): number => Date.UTC(2026, at - 1, 1);
const plotOf = (times: number[], more: Partial<Plot> = {}): Plot => ({
  type: "line",
  x: { name: "mois", kind: "date", values: times },
  series: [{ name: "ca", values: times.map((_, at) => at + 1) }],
  measure: "ca",
  split: null,
  stack: "none",
  direction: "up",
  look: {},
  ...more,
});
const LATER = { today: day("2027-06-15") };

it("tells by which spans of time a question groups", () => {
  expect(stepOf([2024, 2025].map((year) => Date.UTC(year, 0, 1)))).toBe("year");
  expect(stepOf([1, 4, 10].map(month))).toBe("quarter");
  expect(stepOf([1, 4].map(month))).toBe("month");
  expect(stepOf(["2026-11-02", "2026-11-09", "2026-11-23"].map(day))).toBe("week");
  expect(stepOf(["2026-11-02", "2026-11-09"].map(day))).toBe("day");
  expect(stepOf([month(1)])).toBeNull();
  expect(stepOf([month(1), month(2) + 3_600_000])).toBeNull();
});

it("gives empty months their place, on lines, areas and bars in the order of time", () => {
  for (const type of ["line", "area", "bar"] as const) {
    const plot = onCalendar(plotOf([1, 2, 5].map(month), { type }), LATER);
    expect(plot.x.values).toEqual([1, 2, 3, 4, 5].map(month));
    expect(plot.series[0]?.values).toEqual([1, 2, null, null, 3]);
    expect(plot).toMatchObject({ gaps: true });
    expect(plot.open).toBeUndefined();
  }
  const ranked = plotOf([5, 1, 2].map(month), { type: "bar" });
  expect(onCalendar(ranked, LATER)).toEqual(ranked);
  const text = plotOf([1, 5], { x: { name: "an", kind: "integer", values: [1, 5] } });
  expect(onCalendar(text, LATER)).toBe(text);
});

it("goes to the ends of the period, as far as it has begun", () => {
  const period = { from: day("2025-12-15"), below: day("2027-01-01") };
  const plot = onCalendar(plotOf([2, 3].map(month)), { today: day("2026-05-20"), period });
  expect(plot.x.values).toEqual([0, 1, 2, 3, 4, 5].map(month));
  expect(plot.series[0]?.values).toEqual([null, null, 1, 2, null, null]);
  expect(plot.open).toEqual({ at: 5, step: "month" });
  const open = { from: null, below: null };
  expect(onCalendar(plotOf([2, 3].map(month)), { ...LATER, period: open }).x.values).toHaveLength(
    2,
  );
});

it("knows the span that is not over yet, to its last day", () => {
  const at = (today: string) =>
    onCalendar(plotOf([9, 10, 11].map(month)), { today: day(today) }).open;
  expect(at("2026-11-30")).toEqual({ at: 2, step: "month" });
  expect(at("2026-12-01")).toBeUndefined();
  const ranked = plotOf([11, 9].map(month), { type: "bar" });
  expect(onCalendar(ranked, { today: day("2026-11-02") }).open).toEqual({ at: 0, step: "month" });
});

it("tells of a figure that its month is not over, whatever the order of the rows", () => {
  const table = {
    columns: [
      { name: "mois", kind: "date" as const },
      { name: "ca", kind: "number" as const },
    ],
    rows: [11, 9, 10].map((at) => [month(at), at]),
  };
  expect(openSpan(table, "mois", day("2026-11-30"))).toBe("month");
  expect(openSpan(table, "mois", day("2026-12-01"))).toBeNull();
  expect(openSpan(table, undefined, day("2026-11-30"))).toBeNull();
  expect(openSpan(table, "ca", day("2026-11-30"))).toBeNull();
});

it("gives empty months of a grid their place too", () => {
  const heat = plotOf([1, 3].map(month), { type: "heat", split: "agence" });
  expect(onCalendar(heat, LATER).series[0]?.values).toEqual([1, null, 2]);
});

it("leaves a few moments far apart beside each other, and joins readings that are mostly missing", () => {
  const far = plotOf(["2024-01-05", "2025-03-07", "2026-11-20"].map(day));
  expect(onCalendar(far, LATER)).toEqual(far);
  const near = plotOf(["2026-11-02", "2026-11-05", "2026-11-20"].map(day));
  expect(onCalendar(near, LATER)).toMatchObject({ gaps: false });
  expect(onCalendar(near, LATER).x.values).toHaveLength(19);
});
