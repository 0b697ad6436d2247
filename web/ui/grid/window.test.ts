import { describe, expect, it } from "vitest";
import { dealOut, linesInView } from "./window.ts";

describe("linesInView", () => {
  const view = { top: 0, height: 100, lineHeight: 10 };
  it("draws some lines beyond each end", () => {
    expect(linesInView(1_000, view)).toEqual({ from: 0, to: 14 });
    expect(linesInView(1_000, { ...view, top: 505 })).toEqual({ from: 46, to: 65 });
  });
  it("stops at the ends of the list", () => {
    expect(linesInView(4, view)).toEqual({ from: 0, to: 4 });
    expect(linesInView(0, view)).toEqual({ from: 0, to: 0 });
    expect(linesInView(4, { ...view, top: 900 })).toEqual({ from: 4, to: 4 });
  });
});

describe("dealOut", () => {
  it("leaves records where they are and gives freed rows to new ones", () => {
    expect(dealOut(["a", "b", "c"], ["b", "c", "d"])).toEqual(["d", "b", "c"]);
    expect(dealOut(["a", "b", "c"], ["c", "b", "a"])).toEqual(["a", "b", "c"]);
  });
  it("adds rows when there are too few, and leaves spare ones free", () => {
    expect(dealOut(["a"], ["b", "a", "c"])).toEqual(["a", "b", "c"]);
    expect(dealOut(["a", "b", "c"], ["c"])).toEqual([undefined, undefined, "c"]);
    expect(dealOut([undefined, "b"], ["a"])).toEqual(["a", undefined]);
  });
});
