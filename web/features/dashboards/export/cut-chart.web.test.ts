import { afterEach, expect, it } from "vitest";
import { cutChart } from "./cut-chart.ts";

afterEach(() => document.body.replaceChildren());

/** A box of 200 px at 100 px of the page, with a chart of twenty rows of 26 px below 12 px, scrolled by so much. */
function chart(rows: number, scrolled = 0, below = 0) {
  const [box, host] = [document.createElement("div"), document.createElement("div")];
  box.append(host);
  document.body.append(box);
  Object.defineProperties(box, {
    clientHeight: { value: 200 },
    clientTop: { value: 0 },
    scrollHeight: { value: Math.max(200, 12 + rows * 26 + below) },
  });
  box.getBoundingClientRect = () => new DOMRect(0, 100, 300, 200);
  host.getBoundingClientRect = () => new DOMRect(0, 100 - scrolled, 300, 12 + rows * 26);
  const places = Array.from({ length: rows }, (_, at) => ({
    top: 12 + at * 26,
    bottom: 38 + at * 26,
  }));
  return cutChart(box, host, places);
}

it("leaves a chart alone that is wholly seen", () => {
  expect(chart(7)).toBeUndefined();
});

it("keeps every row that is whole on screen and counts the others, above and below", () => {
  // Seven rows of 26 below 12 in 200 px.
  expect(chart(20)).toEqual({ rows: 13, columns: 0, top: 100 + 12 + 7 * 26 });
  // Scrolled so far that the second row is sliced.
  expect(chart(20, 45)).toEqual({ rows: 13, columns: 0, top: 100 - 45 + 12 + 9 * 26 });
});

it("misses nothing where the box hides only the space below the last row", () => {
  expect(chart(8, 20)).toMatchObject({ rows: 1 });
  expect(chart(7, 0, 40)).toBeUndefined();
});
