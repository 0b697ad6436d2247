import { expect, test } from "vitest";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { sameResult } from "./same-result.ts";

const result = (columns: readonly [string, ColumnKind][], rows: Cell[][]) => ({
  columns: columns.map(([name, kind]) => ({ name, kind })),
  rows,
});
const JUNE = Date.UTC(2026, 5, 1);
const right = result(
  [
    ["mois", "date"],
    ["ca", "number"],
  ],
  [
    [JUNE, 100.123],
    [Date.UTC(2026, 6, 1), 250],
  ],
);

test("other names, another order of columns and rows, rounding and a month as text say the same", () => {
  const given = result(
    [
      ["total", "number"],
      ["n", "integer"],
      ["month", "text"],
    ],
    [
      [250, 3, "2026-07"],
      [100.12, 9, "2026-06"],
    ],
  );
  expect(sameResult(right, given)).toBe(true);
  expect(sameResult(right, given, true)).toBe(false);
});

test("values of other rows, rows that are missing or too many, and columns that are missing are wrong", () => {
  const { columns, rows } = right;
  const crossed = result(
    [
      ["mois", "date"],
      ["ca", "number"],
    ],
    [
      [JUNE, 250],
      [Date.UTC(2026, 6, 1), 100.12],
    ],
  );
  expect(sameResult(right, crossed)).toBe(false);
  expect(sameResult(right, { columns, rows: rows.slice(1) })).toBe(false);
  expect(sameResult(right, { columns, rows: [...rows, ...rows] })).toBe(false);
  expect(sameResult(right, result([["ca", "number"]], [[100.12], [250]]))).toBe(false);
  expect(
    sameResult(right, { columns, rows: rows.map(([at, ca]) => [at ?? null, Number(ca) + 1]) }),
  ).toBe(false);
});

test("a row that stands twice has to stand twice", () => {
  const twice = result([["x", "text"]], [["a"], ["a"], ["b"]]);
  expect(sameResult(twice, result([["x", "text"]], [["a"], ["b"], ["b"]]))).toBe(false);
  expect(sameResult(twice, result([["x", "text"]], [["b"], ["a"], ["a"]]))).toBe(true);
});
