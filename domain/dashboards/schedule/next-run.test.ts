import { describe, expect, it } from "vitest";
import type { Timing } from "./model.ts";
import { nextRun, periodOf } from "./next-run.ts";

const timing = (changes: Partial<Timing> = {}): Timing => ({
  frequency: { every: "day" },
  hour: 8,
  timeZone: "Europe/Paris",
  ...changes,
});
const next = (given: Timing, after: string) =>
  new Date(nextRun(given, Date.parse(after))).toISOString();

describe("the next time that a schedule is due", () => {
  it.each([
    ["later the same day", {}, "2026-11-20T05:00:00Z", "2026-11-20T07:00:00.000Z"],
    ["the next day once it is over", {}, "2026-11-20T07:00:00Z", "2026-11-21T07:00:00.000Z"],
    ["at the clock's hour before spring", {}, "2026-03-28T06:59:00Z", "2026-03-28T07:00:00.000Z"],
    ["at the clock's hour after spring", {}, "2026-03-28T07:00:00Z", "2026-03-29T06:00:00.000Z"],
    ["at the clock's hour after autumn", {}, "2026-10-24T06:00:00Z", "2026-10-25T07:00:00.000Z"],
    [
      "an hour that spring leaves out: the one after it",
      { hour: 2 },
      "2026-03-28T12:00:00Z",
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "an hour that autumn shows twice: its first",
      { hour: 2 },
      "2026-10-24T12:00:00Z",
      "2026-10-25T00:00:00.000Z",
    ],
    [
      "and not its second, an hour later",
      { hour: 2 },
      "2026-10-25T00:00:00Z",
      "2026-10-26T01:00:00.000Z",
    ],
    [
      "on the next of its weekdays",
      { frequency: { every: "week", days: [1, 4] } },
      "2026-11-20T08:00:00Z",
      "2026-11-23T07:00:00.000Z",
    ],
    [
      "on the last day of a month that has not that many",
      { frequency: { every: "month", day: 31 } },
      "2027-01-31T12:00:00Z",
      "2027-02-28T07:00:00.000Z",
    ],
    [
      "on the day of the zone, where UTC has another",
      { timeZone: "Pacific/Auckland", hour: 7, frequency: { every: "week", days: [1] } },
      "2026-11-20T00:00:00Z",
      "2026-11-22T18:00:00.000Z",
    ],
    [
      "in a zone of half hours",
      { timeZone: "Asia/Kolkata" },
      "2026-11-20T00:00:00Z",
      "2026-11-20T02:30:00.000Z",
    ],
  ] as const)("is %s", (_name, changes, after, due) => {
    expect(next(timing(changes as Partial<Timing>), after)).toBe(due);
  });

  it("comes once a day over a year, at the same hour of the clock", () => {
    let at = Date.parse("2026-01-01T00:00:00Z");
    const clock = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", hour: "2-digit" });
    const days = new Set<string>();
    for (let n = 0; n < 365; n += 1) {
      at = nextRun(timing(), at);
      expect(clock.format(at)).toBe("08 h");
      days.add(new Date(at).toISOString().slice(0, 10));
    }
    expect(days.size).toBe(365);
  });

  it("promises figures of a day, a week or a month", () => {
    const day = 86_400_000;
    expect(periodOf({ frequency: { every: "day" } })).toBe(day);
    expect(periodOf({ frequency: { every: "week", days: [1] } })).toBe(7 * day);
    expect(periodOf({ frequency: { every: "month", day: 1 } })).toBe(31 * day);
  });
});
