import { expect, it } from "vitest";
import { freeName, pastedTable } from "./pasted-table.ts";

it.each([
  ["cells of a spreadsheet", "client\tmontant\r\nBrunet\t12,5\r\n", "Collé.tsv"],
  ["a cell of several lines among them", 'a\tb\n"x\ny"\tz\nc\td', "Collé.tsv"],
  ["lines with a separator", "a;b\n1;2", "Collé.csv"],
  ["a list of objects", '[{"a": 1}]', "Collé.json"],
  ["an address", "https://exemple.fr", undefined],
  ["sentences", "Bonjour à tous.\nVoici le compte rendu.", undefined],
  ["one line", "a\tb", undefined],
  ["nothing", "", undefined],
])("%s", async (_, text, name) => {
  const file = pastedTable(text, "Collé");
  expect(file?.name).toBe(name);
  expect(await file?.text()).toBe(name === undefined ? undefined : text);
});

it("gives each its own name", () => {
  expect(freeName("Collage", ["ventes.csv"])).toBe("Collage");
  expect(freeName("Collage", ["collage.tsv", "Collage 2.csv"])).toBe("Collage 3");
});
