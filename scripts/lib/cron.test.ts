import { expect, test } from "vitest";
import { fires } from "./cron.ts";

const at = (text: string): Date => new Date(`${text}:00.000Z`);

test.each([
  ["*/10 * * * *", "2026-11-21T10:20", true],
  ["*/10 * * * *", "2026-11-21T10:25", false],
  ["15 3 * * *", "2026-11-21T03:15", true],
  ["15 3 * * *", "2026-11-21T15:15", false],
  ["0 9 * * 1-5", "2026-11-20T09:00", true],
  ["0 9 * * 1-5", "2026-11-21T09:00", false],
  ["0,30 * 1 * *", "2026-12-01T07:30", true],
  ["0,30 * 1 * *", "2026-12-02T07:30", false],
  ["5/20 * * * *", "2026-12-02T07:45", true],
  ["5/20 * * * *", "2026-12-02T07:40", false],
  ["0 0 * 2 *", "2026-03-01T00:00", false],
])("%s at %s: %s", (expression, minute, expected) => {
  expect(fires(expression, at(minute))).toBe(expected);
});

test("refuses what is no cron expression", () => {
  expect(() => fires("@daily", at("2026-11-21T00:00"))).toThrow("@daily");
});
