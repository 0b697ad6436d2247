import { describe, expect, it } from "vitest";
import { findMatch } from "./match.ts";

describe("findMatch", () => {
  it("ignores case and accents on both sides", () => {
    expect(findMatch("Résidence Les Tilleuls", "residence")).toEqual([0, 9]);
    expect(findMatch("Inès", "ÉS")).toEqual([2, 4]);
  });
  it("finds a match inside and gives its place in the text itself", () => {
    const text = "Gros œuvre, bâtiment B";
    const [start, end] = findMatch(text, "batiment") ?? [0, 0];
    expect(text.slice(start, end)).toBe("bâtiment");
  });
  it("finds nothing for nothing, and nothing where there is nothing", () => {
    expect(findMatch("Tilleuls", "  ")).toBeUndefined();
    expect(findMatch("Tilleuls", "x")).toBeUndefined();
    expect(findMatch("", "x")).toBeUndefined();
  });
  it("starts again after a false start", () => {
    expect(findMatch("aab", "ab")).toEqual([1, 3]);
  });
});
