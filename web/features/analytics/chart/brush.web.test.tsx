import { fireEvent } from "@solidjs/testing-library";
import type { ECharts } from "echarts/core";
import { createRoot } from "solid-js";
import { afterEach, expect, it, vi } from "vitest";
import type { ChartRange } from "#domain/analytics/chart/point.ts";
import { createBrush } from "./brush.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";

const plot: Plot = {
  type: "line",
  x: { name: "an", kind: "integer", values: [2020, 2021, 2022, 2023, 2024] },
  series: [{ name: "ca", values: [1, 2, 3, 4, 5] }],
  measure: "ca",
  split: null,
  stack: "none",
  direction: "up",
  look: {},
};
/** Ten px a place. */
const chart = {
  convertFromPixel: (_: object, [x]: [number, number]) => [x / 10, 0],
} as unknown as ECharts;

afterEach(() => void vi.useRealTimers());

function brushed(active = true) {
  const told: ChartRange[] = [];
  const near: boolean[] = [];
  let range: ChartRange | undefined;
  const host = document.createElement("div");
  host.setPointerCapture = () => undefined;
  const brush = createRoot(() =>
    createBrush({
      plot: () => plot,
      chart: () => chart,
      range: () => range,
      onBrush: (next) => told.push(next),
      onNear: (is) => near.push(is),
      active: () => active,
    }),
  );
  brush.attach(host);
  const at = (x: number) => ({ clientX: x, pointerId: 1, button: 0 });
  return {
    brush,
    told,
    near,
    host,
    choose: (next: ChartRange) => void (range = next),
    drag(from: number, to: number) {
      fireEvent.pointerDown(host, at(from));
      fireEvent.pointerMove(host, at(to));
      const during = brush.span();
      fireEvent.pointerUp(host, at(to));
      return during;
    },
  };
}

it("gives the span between where a drag begins and ends, either way, in values of the axis", () => {
  const one = brushed();
  expect(one.drag(31, 9)).toEqual({ from: 1, to: 3 });
  expect(one.told).toEqual([{ column: "an", from: 2021, to: 2023 }]);
  expect(one.brush.moved()).toBe(true);
});

it("takes a press that hardly moves for a click, and does nothing where no span can be chosen", () => {
  const still = brushed();
  still.drag(10, 12);
  expect(still.told).toEqual([]);
  expect(still.brush.moved()).toBe(false);
  const off = brushed(false);
  off.drag(10, 40);
  expect(off.told).toEqual([]);
});

it("shows the chosen span at its places, and none of another column", () => {
  const one = brushed();
  const { brush } = one;
  one.choose({ column: "an", from: 2021, to: 2023 });
  expect(brush.span()).toEqual({ from: 1, to: 3 });
  one.choose({ column: "mois", from: 2021, to: 2023 });
  expect(brush.span()).toBeUndefined();
});

it("tells that a brush may begin once the pointer rests, and not of one that passes over", () => {
  vi.useFakeTimers();
  const one = brushed();
  fireEvent.pointerEnter(one.host);
  fireEvent.pointerLeave(one.host);
  vi.runAllTimers();
  expect(one.near).toEqual([false]);
  fireEvent.pointerEnter(one.host);
  vi.runAllTimers();
  expect(one.near).toEqual([false, true]);
  const off = brushed(false);
  fireEvent.pointerEnter(off.host);
  vi.runAllTimers();
  expect(off.near).toEqual([]);
});
