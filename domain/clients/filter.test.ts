import { describe, expect, it } from "vitest";
import { z } from "zod";
import { clientFilter } from "./filter.ts";
import { matchesFilter } from "./match.ts";
import { sampleClient } from "./sample.ts";

const Filter = z.strictObject(clientFilter);

describe("clientFilter", () => {
  it("reads lists from one query parameter", () => {
    const owner = `usr_${"A".repeat(26)}`;
    expect(Filter.parse({ stage: "new,signed", ownerId: `none,${owner}` })).toEqual({
      stage: ["new", "signed"],
      ownerId: ["none", owner],
    });
  });

  it.each([
    { stage: "" },
    { stage: "new," },
    { ownerId: "me" },
    { nextActionBefore: "2026-13-01" },
  ])("refuses %j", (query) => {
    expect(Filter.safeParse(query).success).toBe(false);
  });
});

describe("matchesFilter", () => {
  const client = sampleClient({ stage: "signed", sector: "Santé", nextActionOn: "2026-11-20" });

  it.each([
    [{}, true],
    [{ stage: ["signed" as const] }, true],
    [{ stage: ["new" as const] }, false],
    [{ size: ["PME" as const] }, false],
    [{ ownerId: ["none"] }, true],
    [{ sector: "SANTE" }, true],
    [{ sector: "Sant" }, false],
    [{ nextActionBefore: "2026-11-21" }, true],
    [{ nextActionBefore: "2026-11-20" }, false],
    [{ q: "whatever" }, true],
  ])("%j → %s", (filter, expected) => {
    expect(matchesFilter(client, filter)).toBe(expected);
  });

  it("leaves clients without a date out of what is due", () => {
    expect(matchesFilter(sampleClient(), { nextActionBefore: "2030-01-01" })).toBe(false);
  });
});
