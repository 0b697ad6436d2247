import { expect, it } from "vitest";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { pointChoice, spanChoice } from "./cross-filter.ts";

const KINDS: Record<string, ColumnKind> = { jour: "date", mois: "date", montant: "number" };
const kindOf = (column: string): ColumnKind => KINDS[column] ?? "text";
const tables = [
  {
    name: "ventes",
    columns: [
      { name: "jour", kind: "date" as const },
      { name: "agence", kind: "text" as const },
      { name: "montant", kind: "number" as const },
    ],
  },
];
const sql = `SELECT date_trunc('month', jour) AS mois, agence, sum(montant) AS ca FROM ventes GROUP BY ALL`;
const origin = { sql, tables, kindOf };
const raw = { sql: "SELECT jour, montant FROM ventes", tables, kindOf };
const once = { more: false, along: false };
const at = (column: string, value: string | number) => ({ conditions: [{ column, value }] });
const bar = (last: boolean) => ({
  conditions: [{ column: "montant", from: 10, to: 20, last }],
});
const day = (text: string): number => Date.parse(text);

it("chooses one value, several with more, and takes back what was alone", () => {
  const lyon = pointChoice(origin, at("agence", "Lyon"), undefined, once);
  expect(lyon).toEqual({
    column: "agence",
    picks: { values: ["Lyon"] },
    condition: { column: "agence", values: ["Lyon"] },
  });
  const now = { column: "agence", picks: { values: ["Lyon"] } };
  const both = pointChoice(origin, at("agence", "Annecy"), now, { ...once, more: true });
  expect(both?.condition).toEqual({ column: "agence", values: ["Lyon", "Annecy"] });
  expect(pointChoice(origin, at("agence", "Annecy"), now, once)?.picks).toEqual({
    values: ["Annecy"],
  });
  expect(pointChoice(origin, at("agence", "Lyon"), now, once)).toBeNull();
});

it("takes the first column of a mark that a table has, and none where no table has one", () => {
  const two = { conditions: [...at("ca", 3).conditions, ...at("agence", "Lyon").conditions] };
  expect(pointChoice(origin, two, undefined, once)?.column).toBe("agence");
  expect(pointChoice(origin, at("ca", 3), undefined, once)).toBeUndefined();
});

it("takes a month for its days, and never several months for their first days", () => {
  const [june, july] = [day("2026-06-01"), day("2026-07-01")];
  const whole = { column: "jour", from: june, below: july };
  expect(pointChoice(origin, at("mois", june), undefined, once)?.condition).toEqual(whole);
  const now = { column: "mois", picks: { values: [july] } };
  const next = pointChoice(origin, at("mois", june), now, { ...once, more: true });
  expect(next?.condition).toEqual(whole);
});

it("takes a press on a line for its place on the axis, and one within what is chosen for its end", () => {
  const june = day("2026-06-01");
  const along = { more: false, along: true };
  const choice = pointChoice(origin, at("mois", june), undefined, along);
  expect(choice?.picks).toEqual({ from: june, to: june });
  const now = { column: "mois", picks: { from: day("2026-05-01"), to: day("2026-07-01") } };
  expect(pointChoice(origin, at("mois", june), now, along)).toBeNull();
});

it.each([
  ["mois", origin, day("2026-06-01"), day("2026-08-01"), day("2026-09-01")],
  ["jour", raw, day("2026-06-03"), day("2026-06-05"), day("2026-06-06")],
] as const)(
  "takes both ends of a span of %s, to the end of its last step",
  (column, from, a, b, below) => {
    expect(spanChoice(from, { column, from: a, to: b })?.condition).toMatchObject({
      column: "jour",
      from: a,
      below,
    });
  },
);

it("takes both ends of a span of numbers, whatever their size", () => {
  for (const to of [12.5, -3, 0, 1e9]) {
    const condition = spanChoice(raw, { column: "montant", from: -10, to })?.condition;
    expect(condition).toMatchObject({ from: -10 });
    expect(condition && "below" in condition && condition.below).toBeGreaterThan(to);
  }
  expect(spanChoice(origin, { column: "ca", from: 0, to: 1 })).toBeNull();
});

it("takes a bar of a histogram with its lower end, and its upper one only when it is the last", () => {
  const condition = { column: "montant", from: 10, below: 20 };
  expect(pointChoice(raw, bar(false), undefined, once)?.condition).toEqual(condition);
  const last = pointChoice(raw, bar(true), undefined, once)?.condition;
  expect(last && "below" in last && last.below).toBeGreaterThan(20);
  const now = { column: "montant", picks: { from: 10, to: 20 } };
  expect(pointChoice(raw, bar(false), now, once)).toBeNull();
});
