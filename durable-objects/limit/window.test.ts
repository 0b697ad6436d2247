import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { take } from "./window.ts";

/** Asks at each of these instants (milliseconds) and tells which were allowed. */
function ask(instants: readonly number[], quota: number): boolean[] {
  let times: number[] = [];
  return instants.map((now) => {
    const taken = take(times, now, quota);
    times = taken.times;
    return taken.allowed;
  });
}

describe("the window of a minute", () => {
  it("allows exactly the quota, and the next when the oldest is a minute old", () => {
    const burst = Array.from({ length: 100 }, (_, index) => index);
    expect(ask([...burst, 99, 59_999, 60_000, 60_000, 60_001], 100).slice(100)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it("tells what is left and when to go on", () => {
    const first = take([], 1_000, 2);
    expect([first.remaining, first.reset]).toEqual([1, 60]);
    const second = take(first.times, 31_500, 2);
    expect([second.remaining, second.reset]).toEqual([0, 30]);
    const third = take(second.times, 31_500, 2);
    expect([third.allowed, third.remaining, third.reset]).toEqual([false, 0, 30]);
  });

  it("never allows more than the quota in any minute, and never refuses one that fits", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 120 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 12 }), (steps, quota) => {
        const instants = steps.map((_, index) =>
          steps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0),
        );
        const allowed = ask(instants, quota);
        const kept = instants.filter((_, index) => allowed[index]);
        const within = (now: number) => kept.filter((at) => at <= now && at > now - 60_000).length;
        instants.forEach((now, index) => {
          expect(within(now)).toBeLessThanOrEqual(quota);
          expect(allowed[index] || within(now) === quota).toBe(true);
        });
      }),
    );
  });

  it("stands still when the clock goes back", () => {
    expect(ask([10_000, 5_000, 5_000], 2)).toEqual([true, true, false]);
  });
});
