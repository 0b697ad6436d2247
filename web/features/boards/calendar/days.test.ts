import { describe, expect, it } from "vitest";
import type { Card } from "#domain/boards/model.ts";
import { testCard } from "#domain/boards/testing.ts";
import { dayAfter, dealByDay, turned, weeksAround } from "./days.ts";

const card = (id: string, more: Partial<Card>) => testCard({ id, columnId: "col_1", ...more });

describe("weeksAround", () => {
  it("draws a month without weeks of its neighbours, from the week's first day", () => {
    const weeks = weeksAround("2026-11-24", "month", 1);
    expect(weeks[0]?.[0]).toBe("2026-10-26");
    expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
    expect(weeks).toHaveLength(6);
    expect(weeksAround("2027-02-10", "month", 1)).toHaveLength(4);
    expect(weeksAround("2026-11-24", "month", 7)[0]?.[0]).toBe("2026-11-01");
  });

  it("draws the week that holds the day", () => {
    expect(weeksAround("2026-11-24", "week", 1)).toEqual([
      [
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
        "2026-11-28",
        "2026-11-29",
      ],
    ]);
  });
});

describe("turned", () => {
  it("goes by month from any day, and by week", () => {
    expect(turned("2026-01-31", "month", 1)).toBe("2026-02-01");
    expect(turned("2026-11-24", "month", -1)).toBe("2026-10-01");
    expect(turned("2026-11-24", "week", 1)).toBe("2026-12-01");
  });
});

describe("dayAfter", () => {
  it.each([
    ["ArrowDown", "2026-12-01"],
    ["ArrowLeft", "2026-11-23"],
    ["Home", "2026-11-23"],
    ["End", "2026-11-29"],
    ["PageDown", "2026-12-24"],
    ["Enter", undefined],
  ])("%s leads to %s", (key, day) => {
    expect(dayAfter(key, "2026-11-24", 1)).toBe(day);
  });
});

describe("dealByDay", () => {
  it("puts open cards before done ones and the pressing ones on top, and keeps undated ones that are open", () => {
    const dueOn = "2026-11-24";
    const dealt = dealByDay(
      [
        card("done", { dueOn, columnId: "col_9", priority: "urgent" }),
        card("calm", { dueOn }),
        card("pressing", { dueOn, priority: "high" }),
        card("calm too", { dueOn }),
        card("free", {}),
        card("over", { columnId: "col_9" }),
      ],
      (columnId) => columnId === "col_9",
    );
    expect(dealt.days.get(dueOn)).toEqual(["pressing", "calm", "calm too", "done"]);
    expect(dealt.undated).toEqual(["free"]);
  });
});
