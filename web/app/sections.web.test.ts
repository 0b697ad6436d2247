import { describe, expect, it } from "vitest";
import { sectionOf, sectionsFor } from "./sections.ts";

const keys = (...held: string[]) => sectionsFor((key) => held.includes(key)).map(({ key }) => key);

describe("sections", () => {
  it("are those that the keys open", () => {
    expect(keys()).toEqual(["home", "analytics"]);
    expect(keys("boards.read", "identity.read")).toEqual([
      "home",
      "boards",
      "tasks",
      "analytics",
      "members",
    ]);
  });

  it.each([
    ["/", "home"],
    ["/clients", "clients"],
    ["/tasks", "tasks"],
    ["/clients/cli_01", "clients"],
    ["/clientsx", undefined],
    ["/settings/members", "members"],
    ["/settings/profile", undefined],
    ["/analytics/import", "analytics"],
  ])("%s belongs to %s", (path, key) => {
    expect(sectionOf(path)?.key).toBe(key);
  });

  it("have letters of their own", () => {
    const letters = sectionsFor(() => true).map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
