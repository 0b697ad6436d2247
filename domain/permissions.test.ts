import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allows, can, PERMISSIONS } from "./permissions.ts";

const keys = fc.uniqueArray(fc.constantFrom(...PERMISSIONS));
const scopes = fc.array(
  fc.record({ divisionId: fc.constantFrom("div_1", "div_2"), permissions: keys }),
  { maxLength: 2 },
);

describe("allows", () => {
  const actor = {
    permissions: ["clients.read"],
    scopes: [
      { divisionId: "div_1", permissions: ["identity.roles"] },
      { divisionId: "div_2", permissions: [] },
    ],
  };

  it("is what holds in the whole organization, everywhere", () => {
    expect(allows(actor, "clients.read")).toBe(true);
    expect(allows(actor, "clients.read", "div_2")).toBe(true);
    expect(allows(actor, "clients.read", "div_9")).toBe(true);
  });

  it("is what holds in a division, there and nowhere else", () => {
    expect(allows(actor, "identity.roles", "div_1")).toBe(true);
    expect(allows(actor, "identity.roles", "div_2")).toBe(false);
    expect(allows(actor, "identity.roles")).toBe(false);
    expect(can(actor, "identity.roles")).toBe(false);
  });

  it("is can, where no division is named, whatever the scopes", () => {
    const same = fc.property(keys, scopes, fc.constantFrom(...PERMISSIONS), (held, held2, key) => {
      const person = { permissions: held, scopes: held2 };
      return allows(person, key) === can(person, key);
    });
    expect(fc.check(same).failed).toBe(false);
  });
});
