import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median, percentile, summary } from "./stats.ts";

const samples = fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 });

describe("percentile", () => {
  test("is a sample, by nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(hundred, 50)).toBe(50);
    expect(percentile(hundred, 99)).toBe(99);
    expect(percentile(hundred, 100)).toBe(100);
    expect(percentile([7], 1)).toBe(7);
  });

  test("of nothing is no number", () => {
    expect(percentile([], 50)).toBeNaN();
  });

  test("leaves at least that share of the samples at or below it, and no sample smaller does", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 100 }), (list, percent) => {
        const value = percentile(list, percent);
        const share = (limit: (one: number) => boolean) => list.filter(limit).length / list.length;
        expect(share((one) => one <= value)).toBeGreaterThanOrEqual(percent / 100 - 1e-9);
        expect(share((one) => one < value)).toBeLessThan(percent / 100);
      }),
    );
  });

  test("does not reorder what it is given", () => {
    const list = [3, 1, 2];
    percentile(list, 50);
    expect(list).toEqual([3, 1, 2]);
  });
});

test("a summary runs from the median to the worst", () => {
  fc.assert(
    fc.property(samples, (list) => {
      const { count, p50, p95, p99, max } = summary(list);
      expect(count).toBe(list.length);
      expect([p50, p95, p99, max]).toEqual([p50, p95, p99, max].toSorted((a, b) => a - b));
      expect(max).toBe(Math.max(...list));
    }),
  );
});

test("one disturbed round does not move the median of three", () => {
  expect(median([10, 11, 900])).toBe(11);
});
