import { describe, expect, it } from "vitest";
import { salesCsv } from "./generate.ts";
import { HEADER } from "./rows.ts";

const file = (rows: number, seed: number): string => [...salesCsv(rows, seed)].join("");

describe("the sales file of the benches", () => {
  it("is the same bytes for the same seed and other bytes for another", () => {
    expect(file(500, 1)).toBe(file(500, 1));
    expect(file(500, 1)).not.toBe(file(500, 2));
  });

  it("has one header and as many cells as columns on each line", () => {
    const lines = file(2_000, 2026).trimEnd().split("\n");
    expect(lines).toHaveLength(2_001);
    const width = HEADER.split(";").length;
    for (const line of lines) expect(line.replace(/"[^"]*"/g, "x").split(";")).toHaveLength(width);
  });

  it("weighs about 110 bytes a line, so that a million lines are about 110 MB", () => {
    const bytes = Buffer.byteLength(file(5_000, 2026)) / 5_000;
    expect(bytes).toBeGreaterThan(100);
    expect(bytes).toBeLessThan(135);
  });
});
