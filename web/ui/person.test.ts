import { describe, expect, it } from "vitest";
import { initials, PERSON_COLORS, personColor } from "./person.ts";

describe("people", () => {
  it("keeps one colour for one person", () => {
    expect(personColor("usr_karim")).toBe(personColor("usr_karim"));
  });
  it("spreads people over every colour, none over a third", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 700; index++) {
      const color = personColor(`usr_${index.toString(36)}`);
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual([...PERSON_COLORS]);
    expect(Math.max(...counts.values())).toBeLessThan(234);
  });
  it.each([
    ["Claire Morvan", "CM"],
    ["Solène Le Goff", "SL"],
    ["élodie", "ÉL"],
    ["  Jean-Marc   Petit ", "JP"],
    ["", ""],
  ])("takes the initials of %j", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
