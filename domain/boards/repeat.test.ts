import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { occurrences } from "./occurrences.ts";
import { dueDate, nextDate, nextInstant, Repeat, startOfDay } from "./repeat.ts";
import { parseRule } from "./rule.ts";

const first = (rule: string, from: string, count: number) => {
  const dates: string[] = [];
  for (const date of occurrences(parseRule(rule)!, from)) {
    dates.push(date);
    if (dates.length === count) break;
  }
  return dates;
};

describe("dates of a rule", () => {
  it.each([
    ["FREQ=DAILY", "2026-12-30", ["2026-12-30", "2026-12-31", "2027-01-01"]],
    ["FREQ=DAILY;INTERVAL=10", "2026-02-20", ["2026-02-20", "2026-03-02", "2026-03-12"]],
    ["FREQ=WEEKLY;BYDAY=MO", "2026-11-21", ["2026-11-23", "2026-11-30", "2026-12-07"]],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-20", ["2026-11-20", "2026-11-23", "2026-11-24"]],
    [
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
      "2026-11-22",
      ["2026-11-22", "2026-11-30", "2026-12-06"],
    ],
    ["FREQ=WEEKLY", "2026-11-21", ["2026-11-21", "2026-11-28", "2026-12-05"]],
    ["FREQ=MONTHLY;BYDAY=2TU", "2026-11-21", ["2026-12-08", "2027-01-12", "2027-02-09"]],
    ["FREQ=MONTHLY;BYDAY=-1FR", "2026-11-21", ["2026-11-27", "2026-12-25", "2027-01-29"]],
    ["FREQ=MONTHLY;BYDAY=5SU", "2026-11-01", ["2026-11-29", "2027-01-31", "2027-05-30"]],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2028-01-15", ["2028-01-31", "2028-02-29", "2028-03-31"]],
    ["FREQ=MONTHLY;BYMONTHDAY=31", "2026-11-01", ["2026-12-31", "2027-01-31", "2027-03-31"]],
    ["FREQ=MONTHLY", "2026-10-31", ["2026-10-31", "2026-12-31", "2027-01-31"]],
    [
      "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15",
      "2026-11-20",
      ["2027-02-15", "2027-05-15", "2027-08-15"],
    ],
    ["FREQ=YEARLY", "2028-02-29", ["2028-02-29", "2032-02-29", "2036-02-29"]],
    ["FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2026-11-21", ["2026-11-24", "2026-12-01"]],
    ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201", "2026-11-21", ["2026-11-24", "2026-12-01"]],
  ])("%s from %s", (rule, from, dates) => {
    expect(first(rule, from, 3)).toEqual(dates);
  });

  it.each([
    "",
    "FREQ=HOURLY",
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=2TU",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=2;UNTIL=20270101",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=DAILY;FREQ=DAILY",
    "FREQ=DAILY;BYSECOND=1",
    "FREQ=DAILY;UNTIL=soon",
    "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=3",
  ])("%s is no rule", (rule) => {
    expect(parseRule(rule)).toBeNull();
  });

  it("come in order, each once, at or after the first day; a rule without dates ends", () => {
    const rules = fc.constantFrom(
      "FREQ=DAILY;INTERVAL=3",
      "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE,SU",
      "FREQ=MONTHLY;BYDAY=1MO,-1MO",
      "FREQ=MONTHLY;BYMONTHDAY=31,-1",
    );
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => new Date(n * 86_400_000 + 946_684_800_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(rules, days, (rule, from) => {
        const dates = first(rule, from, 30);
        expect(dates).toHaveLength(30);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        expect(dates[0]! >= from).toBe(true);
      }),
      { numRuns: 200, seed: 4 },
    );
    expect(first("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "2026-02-01", 1)).toEqual([]);
  });
});

const ZONES = [
  "Europe/Paris",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "UTC",
  "Pacific/Kiritimati",
  "America/St_Johns",
];

describe("instants", () => {
  it.each([
    ["2026-11-23", "Europe/Paris", "2026-11-22T23:00:00.000Z"],
    ["2026-10-25", "Europe/Paris", "2026-10-24T22:00:00.000Z"],
    ["2026-10-26", "Europe/Paris", "2026-10-25T23:00:00.000Z"],
    ["2026-03-29", "Europe/Paris", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "Europe/Paris", "2026-03-29T22:00:00.000Z"],
    ["2026-11-02", "America/New_York", "2026-11-02T05:00:00.000Z"],
    // Clocks went forward over midnight: the day began at one.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["2026-11-23", "Pacific/Kiritimati", "2026-11-22T10:00:00.000Z"],
  ])("%s begins in %s at %s", (date, zone, instant) => {
    expect(new Date(startOfDay(date, zone)).toISOString()).toBe(instant);
  });

  it("are the first of their day, in every zone and on every day of clock changes", () => {
    const day = fc
      .integer({ min: 0, max: 12_000 })
      .map((n) => new Date(n * 86_400_000 + 1_325_376_000_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (date, zone) => {
        const shown = (ms: number) =>
          new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(ms);
        const instant = startOfDay(date, zone);
        expect(shown(instant) >= date).toBe(true);
        expect(shown(instant - 1) < date).toBe(true);
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  it("of a weekly card stay at midnight where the person is, over both changes of clocks", () => {
    let repeat: Repeat = {
      rule: "FREQ=WEEKLY;BYDAY=MO",
      zone: "Europe/Paris",
      from: "2026-10-19",
      last: null,
    };
    const hours = new Set<number>();
    for (let i = 0; i < 52; i += 1) {
      hours.add(new Date(nextInstant(repeat)!).getUTCHours());
      repeat = { ...repeat, last: nextDate(repeat) };
    }
    expect([...hours].toSorted((a, b) => a - b)).toEqual([22, 23]);
  });
});

const at = (iso: string) => Date.parse(iso);

describe("what is due", () => {
  const weekly: Repeat = {
    rule: "FREQ=WEEKLY;BYDAY=MO",
    zone: "Europe/Paris",
    from: "2026-11-16",
    last: null,
  };
  it("begins with the day itself, not a moment before", () => {
    expect(dueDate(weekly, at("2026-11-15T22:59:59.999Z"))).toBeNull();
    expect(dueDate(weekly, at("2026-11-15T23:00:00.000Z"))).toBe("2026-11-16");
    expect(dueDate({ ...weekly, last: "2026-11-16" }, at("2026-11-20T00:00:00Z"))).toBeNull();
  });

  it("after an outage is the last date alone, and a series that is over owes nothing", () => {
    expect(dueDate(weekly, at("2027-03-03T12:00:00Z"))).toBe("2027-03-01");
    const two = { ...weekly, rule: "FREQ=WEEKLY;BYDAY=MO;COUNT=2" };
    expect(dueDate(two, at("2027-03-03T12:00:00Z"))).toBe("2026-11-23");
    expect(nextInstant({ ...two, last: "2026-11-23" })).toBeNull();
  });

  it("is set with a rule, a zone and days that exist", () => {
    expect(Repeat.safeParse(weekly).success).toBe(true);
    for (const wrong of [
      { zone: "Europe/Quimper" },
      { rule: "FREQ=NEVER" },
      { from: "1200-01-01" },
      { last: "9999-12-31" },
    ]) {
      expect(Repeat.safeParse({ ...weekly, ...wrong }).success).toBe(false);
    }
  });
});
