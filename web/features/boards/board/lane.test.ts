import fc from "fast-check";
import { expect, test } from "vitest";
import { edgesOf, positionsToDraw, roomBetween } from "./lane.ts";

const GAP = 8;
const ids = Array.from({ length: 2000 }, (_, i) => `card ${i}`);
const heightOf = (id: string) => Number(id.split(":")[1]);
const edges = edgesOf(ids, () => 92, GAP);

test("a long lane draws what can be seen and a little more, wherever it is scrolled to", () => {
  const view = { top: 100_000, height: 800 };
  const drawn = positionsToDraw(edges, view, [], 500);
  expect(drawn[0]).toBe(995);
  expect(drawn.at(-1)).toBe(1013);
});

test("what is in sight can be drawn alone", () => {
  const drawn = positionsToDraw(edges, { top: 100_000, height: 800 }, [], 0);
  expect([drawn[0], drawn.at(-1)]).toEqual([1000, 1008]);
});

test("what has the focus is drawn however far away it is, once", () => {
  const drawn = positionsToDraw(edges, { top: 0, height: 800 }, [1999, 3, -1, 2000], 500);
  expect(drawn.slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
  expect(drawn.at(-1)).toBe(1999);
  expect(new Set(drawn).size).toBe(drawn.length);
});

test("an empty lane draws nothing", () => {
  const none = edgesOf([], () => 92, GAP);
  expect(positionsToDraw(none, { top: 0, height: 800 }, [0], 500)).toEqual([]);
  expect(roomBetween(none, [])).toEqual([0]);
});

test("drawn cards stand where they would stand if all were drawn, whatever their heights", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 1, maxLength: 300 }),
      fc.nat(60_000),
      fc.array(fc.nat(299), { maxLength: 3 }),
      (heights, top, also) => {
        const names = heights.map(String).map((height, i) => `${i}:${height}`);
        const all = edgesOf(names, heightOf, GAP);
        const drawn = positionsToDraw(all, { top, height: 700 }, also, 500);
        const room = roomBetween(all, drawn);
        let y = 0;
        for (const [i, at] of drawn.entries()) {
          y += room[i] ?? 0;
          expect(y).toBe(all[at]);
          y += (heights[at] ?? 0) + GAP;
        }
        expect(y + (room.at(-1) ?? 0)).toBe(all.at(-1));
        const seen = names.flatMap((_, at) =>
          (all[at + 1] ?? 0) > top && (all[at] ?? 0) < top + 700 ? [at] : [],
        );
        expect(drawn).toEqual(expect.arrayContaining(seen));
      },
    ),
  );
});
