import { expect, test } from "vitest";
import { tagColor } from "./tag-color.ts";

test("a tag keeps its colour, and the usual tags of the trade all differ", () => {
  const usual = ["Structure", "EXE", "Avenant", "Devis", "Permis", "DOE", "Visa"];
  expect(new Set(usual.map(tagColor)).size).toBe(usual.length);
  expect(tagColor("Structure")).toBe("c1");
});

test("any tags spread over the whole palette", () => {
  const counts = new Map<string, number>();
  for (let n = 0; n < 800; n += 1) {
    const color = tagColor(`Lot ${n}`);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  expect(counts.size).toBe(8);
  for (const count of counts.values()) expect(count).toBeGreaterThan(50);
});
