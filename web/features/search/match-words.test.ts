import { describe, expect, it } from "vitest";
import { matchesWords, readQuery } from "./match-words.ts";

describe("matchesWords", () => {
  it.each([
    ["Résidence Les Tilleuls", "resi til", true],
    ["Résidence Les Tilleuls", "TILLEULS", true],
    ["Solène Le Goff solene@atelier.fr", "atelier", true],
    ["Boîte à outils", "boite", true],
    ["Résidence Les Tilleuls", "leuls", false],
    ["Résidence Les Tilleuls", "til xyz", false],
    ["Anything", "", true],
    ["Anything", " - ", true],
  ])("%j holds %j: %s", (text, typed, holds) => {
    expect(matchesWords(text, typed)).toBe(holds);
  });
});

describe("readQuery", () => {
  it.each([
    ["tilleuls ", { kind: "all", text: "tilleuls" }],
    ["> theme", { kind: "commands", text: "theme" }],
    ["@kar", { kind: "people", text: "kar" }],
    ["a > b", { kind: "all", text: "a > b" }],
  ])("%j", (typed, query) => {
    expect(readQuery(typed)).toEqual(query);
  });
});
