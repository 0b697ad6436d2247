import fc from "fast-check";
import { expect, test } from "vitest";
import { arranged, atFoot, stepped, topRank, within, type Placed } from "./arrange.ts";

const at = (id: string, x: number, y: number, w: number, h: number, rank?: number): Placed => ({
  id,
  layout: { x, y, w, h, ...(rank !== undefined && { rank }) },
});

test("widgets rise to fill a hole and keep their columns", () => {
  const places = arranged([at("a", 0, 0, 6, 2), at("b", 6, 7, 6, 2), at("c", 0, 9, 12, 3)]);
  expect(places.get("b")).toEqual({ x: 6, y: 0, w: 6, h: 2 });
  expect(places.get("c")).toEqual({ x: 0, y: 2, w: 12, h: 3 });
});

test("of two on one place the one that was put there last stays, and the other makes room", () => {
  const all = [at("a", 0, 0, 6, 2), at("b", 3, 0, 6, 2, 1)];
  const [a, b] = ["a", "b"].map((id) => arranged(all).get(id));
  expect([b, a]).toEqual([
    { x: 3, y: 0, w: 6, h: 2 },
    { x: 0, y: 2, w: 6, h: 2 },
  ]);
  const last = arranged([at("a", 0, 0, 6, 2, topRank(all)), ...all.slice(1)]);
  expect([last.get("a")?.y, last.get("b")?.y]).toEqual([0, 2]);
});

test("an arrow brings a widget past the one above or below it", () => {
  const all = [at("a", 0, 0, 6, 4), at("b", 0, 4, 6, 3), at("c", 0, 7, 6, 2)];
  const drawn = (id: string, y: number) => {
    const layout = { ...stepped(all, id, { x: 0, y, w: 6, h: 3 }), rank: topRank(all) };
    return [...arranged(all.map((one) => (one.id === id ? { id, layout } : one)))]
      .toSorted(([, one], [, other]) => one.y - other.y)
      .map(([name]) => name)
      .join("");
  };
  expect(drawn("b", 3)).toBe("bac");
  expect(drawn("b", 5)).toBe("acb");
  expect(drawn("c", 8)).toBe("abc");
});

const widget = fc.record({
  layout: fc
    .record({
      x: fc.nat(11),
      y: fc.nat(20),
      w: fc.integer({ min: 1, max: 12 }),
      h: fc.integer({ min: 1, max: 6 }),
    })
    .chain((place) => fc.nat(2).map((rank) => ({ ...within(place), rank }))),
});

test("no two widgets ever lie on one another, and the order in which they come does not matter", () => {
  fc.assert(
    fc.property(fc.array(widget, { maxLength: 14 }), (some) => {
      const all = some.map((one, index) => ({ ...one, id: `w${index}` }));
      const places = arranged(all);
      const cells = new Set<string>();
      for (const { x, y, w, h } of places.values()) {
        for (let column = x; column < x + w; column++) {
          for (let row = y; row < y + h; row++) {
            expect(cells.has(`${column}:${row}`)).toBe(false);
            cells.add(`${column}:${row}`);
          }
        }
      }
      expect(arranged(all.toReversed())).toEqual(places);
    }),
  );
});

test("a new widget stands beside the last one where it fits, else below", () => {
  const one = [at("a", 0, 0, 6, 4)];
  expect(atFoot(one, { w: 6, h: 4 })).toEqual({ x: 6, y: 0, w: 6, h: 4 });
  expect(atFoot(one, { w: 8, h: 4 })).toEqual({ x: 0, y: 4, w: 8, h: 4 });
  expect(atFoot([], { w: 3, h: 2 })).toEqual({ x: 0, y: 0, w: 3, h: 2 });
});

test("a place stays on the grid", () => {
  expect(within({ x: -3, y: -1, w: 20, h: 0 })).toEqual({ x: 0, y: 0, w: 12, h: 1 });
  expect(within({ x: 10.6, y: 2.4, w: 4, h: 3 })).toEqual({ x: 8, y: 2, w: 4, h: 3 });
});
