import { expect, it } from "vitest";
import { compileQuery } from "./compile.ts";
import { emptyQuery } from "./model.ts";

const SCHEMA = [
  {
    table: "ventes",
    columns: [
      { name: "montant", kind: "number" as const },
      { name: "Coût réel", kind: "number" as const },
      { name: "client", kind: "text" as const },
    ],
  },
  {
    table: "clients",
    columns: [
      { name: "no", kind: "text" as const },
      { name: "montant", kind: "number" as const },
    ],
  },
];
const of = (sql: string, joined: boolean): string =>
  compileQuery(
    {
      ...emptyQuery("ventes"),
      joins: joined
        ? [
            {
              table: "clients",
              kind: "left",
              from: { table: "ventes", column: "client" },
              to: "no",
            },
          ]
        : [],
      measures: [{ fn: "formula", column: null, formula: { table: "ventes", sql }, label: "m" }],
    },
    SCHEMA,
    "2026-11-22",
  ).split(" AS ")[0]!;

it("stands as it was written over one table", () => {
  expect(of("sum(montant)", false)).toBe("SELECT sum(montant)");
  expect(of("sum(montant) - 1 -- net", false)).toBe("SELECT (sum(montant) - 1 -- net\n)");
});

it("says its table beside another one that has the same names, and leaves text and calls alone", () => {
  expect(of(`sum(Montant) / sum("Coût réel")`, true)).toBe(
    `SELECT (sum("ventes"."montant") / sum("ventes"."Coût réel"))`,
  );
  expect(of(`sum(ventes.montant) FILTER (WHERE client <> 'montant')`, true)).toBe(
    `SELECT (sum(ventes.montant) FILTER (WHERE "ventes"."client" <> 'montant'))`,
  );
});
