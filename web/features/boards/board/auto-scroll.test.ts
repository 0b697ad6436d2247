import { describe, expect, it } from "vitest";
import { scrollStep } from "./auto-scroll.ts";

describe("scrollStep", () => {
  it("rests away from the edge and hurries at it", () => {
    expect(scrollStep(80)).toBe(0);
    expect(scrollStep(56)).toBe(0);
    expect(scrollStep(0)).toBe(18);
    expect(scrollStep(-20)).toBe(18);
    expect(scrollStep(28)).toBeGreaterThan(0);
    expect(scrollStep(10)).toBeGreaterThan(scrollStep(40));
  });
});
