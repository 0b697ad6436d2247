import { describe, expect, it } from "vitest";
import { shownChanges, sidesOf } from "./shown-changes.ts";

const change = (field: string, before: unknown, after: unknown) => ({ field, before, after });

describe("the differences that are shown", () => {
  it("leave out what went from nothing to nothing", () => {
    const told = change("company", null, "Mairie");
    const changes = [told, change("notes", null, ""), change("tags", null, [])];
    expect(shownChanges("client.created", changes)).toEqual([told]);
  });

  it("leave out the place of a card that has just come, but not of one that moved", () => {
    const rank = change("rank", null, "a0");
    expect(shownChanges("card.create", [rank, change("deleted", true, false)])).toEqual([]);
    expect(shownChanges("card.move", [rank])).toEqual([rank]);
  });

  it("have one side when something came or went", () => {
    expect(sidesOf([change("company", null, "Mairie")])).toEqual({ before: false, after: true });
    expect(sidesOf([change("company", "Mairie", null)])).toEqual({ before: true, after: false });
    expect(sidesOf([change("a", 0, null), change("b", "", "x")])).toEqual({
      before: true,
      after: true,
    });
  });
});
