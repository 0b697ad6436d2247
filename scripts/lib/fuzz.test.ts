import { describe, expect, it } from "vitest";
import { figuresText, verdictOf } from "./fuzz.ts";

const command = {
  name: "fuzz:x",
  summary: (figures: Record<string, number>) => `${figures["seeds"]} seeds`,
};
const good = { passed: 1, failed: 0, figures: { seeds: 40 }, failures: [] };

describe("a fuzz command", () => {
  it("sums up what was counted", () => {
    expect(verdictOf(command, good)).toEqual({ line: "fuzz:x: passed: 40 seeds", status: 0 });
    expect(figuresText({ seeds: 1000, "ended by reuse": 7 })).toBe(
      "seeds               1,000\nended by reuse          7",
    );
  });

  it.each([
    ["a test failed", { ...good, failed: 1, failures: ["seed 7"] }],
    ["a file did not load", { ...good, failures: ["no such module"] }],
    ["nothing ran", { ...good, passed: 0 }],
    ["nothing was counted", { ...good, figures: {} }],
  ])("fails when %s", (_why, outcome) => {
    expect(verdictOf(command, outcome).status).toBe(1);
  });
});
