import { expect, it } from "vitest";
import { columnChanges, mentioned } from "./changes.ts";
import { unionSelect } from "./union.ts";

const before = [
  { name: "Client", kind: "text" as const },
  { name: "montant ht", kind: "number" as const },
  { name: "date", kind: "date" as const },
];

it("tells new, gone and retyped columns, whatever the case of their names", () => {
  const after = [
    { name: "client", kind: "text" as const },
    { name: "date", kind: "text" as const },
    { name: "ville", kind: "text" as const },
  ];
  expect(columnChanges(before, after)).toEqual({
    added: [after[2]],
    gone: [before[1]],
    retyped: [{ name: "date", from: "date", to: "text" }],
  });
});

it("finds the columns that an SQL text speaks of", () => {
  expect(mentioned('SELECT sum("Montant HT") FROM t GROUP BY client', before)).toEqual([
    "Client",
    "montant ht",
  ]);
  expect(mentioned("SELECT clients, date_de_fin FROM t", before)).toEqual([]);
});

it("puts parts below each other by name, with the kind that holds both", () => {
  const union = unionSelect(
    [
      {
        table: "a",
        fileName: "a.csv",
        columns: [
          { name: "n", kind: "integer" },
          { name: "d", kind: "date" },
        ],
      },
      {
        table: "b",
        fileName: "l'été.csv",
        columns: [
          { name: "N", kind: "number" },
          { name: "d", kind: "text" },
          { name: "x", kind: "boolean" },
        ],
      },
    ],
    "fichier",
  );
  expect(union.columns).toEqual([
    { name: "fichier", kind: "text" },
    { name: "n", kind: "number" },
    { name: "d", kind: "text" },
    { name: "x", kind: "boolean" },
  ]);
  expect(union.sql).toContain(`'l''été.csv' AS "fichier"`);
});
