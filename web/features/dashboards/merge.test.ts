import { expect, test } from "vitest";
import type { WidgetChanges, WidgetView } from "#domain/dashboards/model.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { turned } from "./merge.ts";
import { mergeFilters } from "./merge-filters.ts";

const now = { title: "B", sql: "SELECT 2", sourceIds: ["src_2"], kind: "table" } as WidgetView;
const back = (from: WidgetChanges, to: WidgetChanges) => turned(now, from, to);

test("a step changes the fields that hold what it left, and tells of those that somebody else changed", () => {
  expect(back({ title: "B" }, { title: "A" })).toEqual({
    changes: { title: "A" },
    overtaken: false,
  });
  expect(back({ title: "X", kind: "table" }, { title: "A", kind: "chart" })).toEqual({
    changes: { kind: "chart" },
    overtaken: true,
  });
  expect(back({ title: "X" }, { title: "B" })).toEqual({ changes: {}, overtaken: false });
});

test("sources go back with the SQL that reads them, and stay with that of somebody else", () => {
  const mine = { sql: "SELECT 2", sourceIds: ["src_2"] };
  const before = { sql: "SELECT 1", sourceIds: ["src_1"] };
  expect(back(mine, before)).toEqual({ changes: before, overtaken: false });
  expect(back({ ...mine, sql: "SELECT 3" }, before)).toEqual({ changes: {}, overtaken: true });
});

const filter = (name: string, column = name, label = name): Parameter => ({
  kind: "category",
  name,
  label,
  column,
  initial: [],
});
const names = (all: readonly Parameter[]) => all.map(({ name }) => name);
const [A, B, C, D] = [filter("a"), filter("b"), filter("c"), filter("d")];

test("what two people add, change and take off of different filters is put together", () => {
  const { merged, clashes } = mergeFilters([A, B], [A, C], [filter("a", "x"), B, D]);
  expect(names(merged)).toEqual(["a", "d", "c"]);
  expect(merged[0]).toEqual(filter("a", "x"));
  expect(clashes).toEqual([]);
});

test("what both did alike is one; two new ones of a name both stay, under names of their own", () => {
  expect(mergeFilters([A, B], [A, C], [A, C])).toEqual({ merged: [A, C], clashes: [] });
  const mine = filter("c", "mine", "C");
  const { merged, clashes } = mergeFilters([A], [A, mine], [A, C]);
  expect(merged).toEqual([A, C, { ...mine, name: "c_2" }]);
  expect(clashes).toEqual([]);
});

const clash = (mine?: Parameter, theirs?: Parameter) => ({
  merged: theirs ? [theirs] : [],
  clashes: [{ name: "a", mine, theirs }],
});

test("a filter that both changed otherwise is a clash, and theirs stands until it is decided", () => {
  const [mine, theirs] = [filter("a", "mine"), filter("a", "theirs")];
  expect(mergeFilters([A], [mine], [theirs])).toEqual(clash(mine, theirs));
  expect(mergeFilters([A], [], [theirs])).toEqual(clash(undefined, theirs));
  expect(mergeFilters([A], [mine], [])).toEqual(clash(mine, undefined));
});

test("twenty filters of one long name have twenty names that SQL may use", () => {
  const label = "Chiffre d’affaires par agence et par mois";
  let all: Parameter[] = [];
  for (let at = 0; at < 20; at++) {
    const one = filter("chiffre", String(at), label);
    all = mergeFilters([], [one], all).merged;
  }
  expect(new Set(names(all)).size).toBe(20);
  for (const name of names(all)) expect(name).toMatch(/^[a-z][a-z0-9_]{0,30}$/);
});
