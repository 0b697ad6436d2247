import { describe, expect, it } from "vitest";
import { namesOrganization } from "./deletion-rules.ts";

describe("the name that confirms a deletion", () => {
  it("is the organization's, as it is written", () => {
    expect(namesOrganization(" Atelier Morvan ", "Atelier Morvan")).toBe(true);
    expect(namesOrganization("Etude\u0301".normalize("NFD"), "Etudé")).toBe(true);
    expect(namesOrganization("atelier morvan", "Atelier Morvan")).toBe(false);
    expect(namesOrganization("Atelier", "Atelier Morvan")).toBe(false);
    expect(namesOrganization("", "Atelier Morvan")).toBe(false);
  });
});
