import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RETRIES_MS, retryAfterMs, retryDelay } from "./retries.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-24T09:00:00.000Z");

describe("the wait before another attempt", () => {
  it("grows from seconds to half a day, eight times, about a day in all", () => {
    const waits = RETRIES_MS.map((_, index) => retryDelay(index + 1, 0.5, null));
    expect(waits).toEqual([...RETRIES_MS]);
    expect(retryDelay(RETRIES_MS.length + 1, 0.5, null)).toBeNull();
    const all = RETRIES_MS.reduce((sum, wait) => sum + wait, 0) / HOUR;
    expect(all).toBeGreaterThan(22);
    expect(all).toBeLessThan(24);
  });

  it("is spread by a fifth to either side", () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: RETRIES_MS.length }), (luck, tries) => {
        const share = (retryDelay(tries, luck, null) ?? 0) / (RETRIES_MS[tries - 1] ?? 1);
        expect(share).toBeGreaterThan(0.79);
        expect(share).toBeLessThan(1.21);
      }),
    );
  });

  it("is as long as the receiver asks, up to twelve hours, and never shorter for it", () => {
    expect(retryDelay(1, 0.5, HOUR)).toBe(HOUR);
    expect(retryDelay(1, 0.5, 1000 * HOUR)).toBe(12 * HOUR);
    expect(retryDelay(5, 0.5, 1000)).toBe(HOUR);
  });

  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Tue, 24 Nov 2026 09:01:00 GMT", 60_000],
    ["Tue, 24 Nov 2026 08:00:00 GMT", 0],
    ["soon", null],
    ["-5", null],
    ["", null],
    [null, null],
  ])("reads Retry-After %j as %j ms", (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
