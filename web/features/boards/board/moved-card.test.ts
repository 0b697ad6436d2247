import { describe, expect, it } from "vitest";
import { movedCard } from "./moved-card.ts";

const lanes = (one: string, two: string) =>
  new Map(Object.entries({ one: one.split(""), two: two.split("") }));

describe("movedCard", () => {
  it.each([
    ["from another column", "abc", "de", "ac", "dbe", { card: "b", columnId: "two", index: 1 }],
    ["down", "abcd", "", "bcad", "", { card: "a", columnId: "one", index: 2 }],
    ["up", "abcd", "", "dabc", "", { card: "d", columnId: "one", index: 0 }],
    ["nowhere", "abc", "d", "abc", "d", null],
    ["away", "abc", "d", "ac", "d", null],
  ])("%s", (_way, one, two, then, thenTwo, expected) => {
    expect(movedCard(lanes(one, two), lanes(then, thenTwo))).toEqual(expected);
  });
});
