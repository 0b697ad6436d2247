import { expect, it } from "vitest";
import { affectedBy, type SavedText } from "./affected.ts";

const text = (title: string, sql: string): SavedText => ({
  kind: "question",
  title,
  href: `/${title}`,
  sql,
});
const texts = [
  text("a", "SELECT sum(montant) FROM ventes"),
  text("b", "SELECT max(le) FROM ventes"),
  text("c", "SELECT max(le) FROM achats"),
  text("d", "SELECT faux FROM ventes"),
];
const change = {
  table: "ventes",
  before: [
    { name: "montant", kind: "number" as const },
    { name: "le", kind: "date" as const },
  ],
  after: [{ name: "le", kind: "timestamp" as const }],
};

it("takes figures with and without decimals for the same", () => {
  const after = [{ name: "montant", kind: "integer" as const }];
  const fits = { before: [true], after: [true] };
  expect(affectedBy(texts.slice(0, 1), fits, { ...change, after })).toEqual([]);
});

it("names what can't run any more and what reads a column of another kind, and nothing else", () => {
  const fits = { before: [true, true, true, false], after: [false, true, true, false] };
  expect(affectedBy(texts, fits, change).map(({ title, reason }) => [title, reason])).toEqual([
    ["a", "gone"],
    ["b", "kind"],
  ]);
});
