import { describe, expect, it } from "vitest";
import { addressesOf, draftOf, inputOf, wrongAddress } from "./draft.ts";

describe("the form of a schedule", () => {
  it("begins with Mondays at eight in Paris", () => {
    const draft = draftOf(undefined, "fr");
    expect(inputOf(draft, undefined)).toEqual({
      frequency: { every: "week", days: [1] },
      hour: 8,
      timeZone: "Europe/Paris",
      memberIds: [],
      outsiders: [],
    });
  });

  it("takes addresses however they are set apart, each once, and names the one that is none", () => {
    const outsiders = "Paul@Example.com, paul@example.com;\n lea@example.fr\n";
    expect(addressesOf({ outsiders })).toEqual(["paul@example.com", "lea@example.fr"]);
    expect(wrongAddress({ outsiders })).toBeUndefined();
    expect(wrongAddress({ outsiders: "paul@example" })).toBe("paul@example");
  });

  it("saves days in their order, and the language of other addresses", () => {
    const draft = { ...draftOf(undefined, "fr"), days: [5, 1], outsiders: "paul@example.com" };
    const made = inputOf({ ...draft, language: "en" }, undefined);
    expect(made.frequency).toEqual({ every: "week", days: [1, 5] });
    expect(made.outsiders).toEqual([{ email: "paul@example.com", language: "en" }]);
    expect(inputOf({ ...draft, every: "month", day: 31 }, undefined).frequency).toEqual({
      every: "month",
      day: 31,
    });
  });
});
