import { expect, it } from "vitest";
import { cellPoint, drillableColumns } from "./cell-point.ts";

const answer = {
  sql: "SELECT annee, agence, sum(montant) AS ca, count(*) AS n FROM ventes GROUP BY ALL",
  columns: [
    { name: "annee", kind: "integer" as const },
    { name: "agence", kind: "text" as const },
    { name: "ca", kind: "number" as const },
    { name: "n", kind: "integer" as const },
  ],
  rows: [[2026, "Lyon", 150.5, 3]],
};

it("opens the figures of a question that groups, and its numbers that are groups stay conditions", () => {
  expect(drillableColumns(answer)).toEqual(["ca", "n"]);
  expect(cellPoint(answer, answer.rows[0] ?? [], "ca", String)).toEqual({
    conditions: [
      { column: "annee", value: 2026 },
      { column: "agence", value: "Lyon" },
    ],
    measure: "ca",
    figure: 150.5,
    label: "2026, Lyon",
  });
});

it("opens no cell of rows as they are, of a star, or of an empty figure", () => {
  const columns = answer.columns.slice(2, 3);
  expect(drillableColumns({ sql: "SELECT montant AS ca FROM ventes", columns })).toEqual([]);
  expect(drillableColumns({ sql: "SELECT * FROM ventes", columns })).toEqual([]);
  expect(cellPoint(answer, [2026, "Lyon", null, 0], "ca", String)).toBeNull();
});

it("names a figure over everything by its column", () => {
  const sql = "SELECT sum(montant) AS ca FROM ventes";
  const point = cellPoint(
    { sql, columns: answer.columns.slice(2, 3), rows: [] },
    [7],
    "ca",
    String,
  );
  expect(point).toMatchObject({ conditions: [], label: "ca" });
});
