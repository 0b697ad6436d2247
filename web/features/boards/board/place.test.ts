import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexAmongOthers, placeAt } from "./place.ts";

const none: ReadonlySet<string> = new Set();

describe("placeAt", () => {
  it("names the neighbours as they are shown", () => {
    expect(placeAt(["a", "b", "c"], none, 0)).toEqual({ after: null, before: "a" });
    expect(placeAt(["a", "b", "c"], none, 2)).toEqual({ after: "b", before: "c" });
    expect(placeAt(["a", "b", "c"], none, 9)).toEqual({ after: "c", before: null });
    expect(placeAt([], none, 0)).toEqual({ after: null, before: null });
  });

  it("never names a card that moves", () => {
    expect(placeAt(["a", "b", "c"], new Set(["b"]), 1)).toEqual({ after: "a", before: "c" });
  });

  it("puts the card back where it was when the index is its own", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (ids, pick) => {
        const at = pick % ids.length;
        const card = ids[at] as string;
        const place = placeAt(ids, new Set([card]), indexAmongOthers(ids, card));
        expect(place).toEqual({ after: ids[at - 1] ?? null, before: ids[at + 1] ?? null });
      }),
    );
  });
});
