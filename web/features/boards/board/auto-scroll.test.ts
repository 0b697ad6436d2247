import { describe, expect, it } from "vitest";
import { ACROSS, DOWN, scrollSpeed } from "./auto-scroll.ts";

/** Px that a card held at the very edge has scrolled after so many ms, in frames of 10 ms. */
const travelled = (ms: number) =>
  Array.from({ length: ms / 10 }, (_, i) => scrollSpeed(0, i * 10, ACROSS) / 100).reduce(
    (sum, step) => sum + step,
    0,
  );

describe("scrollSpeed", () => {
  it("rests away from the edge and hurries at it", () => {
    expect(scrollSpeed(80, 5_000, DOWN)).toBe(0);
    expect(scrollSpeed(56, 5_000, DOWN)).toBe(0);
    expect(scrollSpeed(0, 5_000, DOWN)).toBe(DOWN.last);
    expect(scrollSpeed(-20, 5_000, DOWN)).toBe(DOWN.last);
    expect(scrollSpeed(10, 5_000, DOWN)).toBeGreaterThan(scrollSpeed(40, 5_000, DOWN));
  });

  it("begins slowly: a column of a phone (362 px) takes about a second, three of them some more", () => {
    expect(scrollSpeed(0, 0, ACROSS)).toBe(ACROSS.first);
    expect(travelled(500)).toBeLessThan(100);
    expect(travelled(1_200)).toBeGreaterThan(250);
    expect(travelled(1_200)).toBeLessThan(400);
    expect(travelled(3_000)).toBeGreaterThan(2 * 362);
  });
});
