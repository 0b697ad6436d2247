import { describe, expect, it } from "vitest";
import { endOf, stateOf } from "./life.ts";

const NOW = Date.parse("2026-11-24T09:00:00.000Z");
const token = (expiresAt: string, withheld: string[] = []) => {
  return { expiresAt, permissions: ["clients.read"], withheld };
};

describe("a token's life", () => {
  it("is so many days from now", () => {
    expect(endOf("30", undefined, NOW)).toBe("2026-12-24T09:00:00.000Z");
    expect(endOf("365", "2026-12-01", NOW)).toBe("2027-11-24T09:00:00.000Z");
  });

  it("goes to the end of the chosen day, where the person is", () => {
    const end = endOf("date", "2026-12-01", NOW) ?? "";
    const day = new Date(end);
    expect([day.getDate(), day.getHours(), day.getMinutes()]).toEqual([1, 23, 59]);
    expect(endOf("date", undefined, NOW)).toBeUndefined();
  });
});

describe("a token's state", () => {
  it.each([
    ["over", token("2026-11-24T09:00:00.000Z")],
    ["soon", token("2026-12-01T09:00:00.000Z")],
    ["fine", token("2026-12-01T09:00:00.001Z")],
    ["idle", token("2026-11-25T09:00:00.000Z", ["clients.read"])],
  ] as const)("is %s", (state, one) => {
    expect(stateOf(one, NOW)).toBe(state);
  });
});
