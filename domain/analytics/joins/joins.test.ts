import { describe, expect, it } from "vitest";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { keyName } from "./key-name.ts";
import { judgeJoin, saysJoin, semanticJoin } from "./measure.ts";
import { suggestJoins, type JoinTable } from "./suggest-joins.ts";

const table = (name: string, ...columns: [string, ColumnKind][]): JoinTable => ({
  table: name,
  title: name,
  columns: columns.map(([column, kind]) => ({ name: column, kind })),
});
const pairs = (sources: JoinTable[], profiles?: Map<string, ColumnProfile[]>) =>
  suggestJoins(sources, profiles).map(
    ({ from, to }) => `${from.table}.${from.column} = ${to.table}.${to.column}`,
  );

describe("names of keys", () => {
  it.each([
    ["client_id", "client", true],
    ["Code client", "client", true],
    ["N° client", "client", true],
    ["customerId", "client", true],
    ["ID", "", true],
    ["Réf. produit", "product", true],
    ["montant_ht", "ht montant", false],
  ])("%s speaks of %j", (text, subject, key) => {
    expect(keyName(text)).toMatchObject({ subject, key });
  });
});

const productsFrom = (low: number) =>
  new Map([
    ["a", [columnOf("code_produit", "integer", { distinct: 100, min: 1, max: 100 })]],
    ["b", [columnOf("code_produit", "integer", { distinct: 12, min: low, max: low + 40 })]],
  ]);

describe("joins by names, kinds and profiles", () => {
  const ventes = table("ventes", ["id", "integer"], ["client_id", "text"], ["montant", "number"]);
  const clients = table("clients", ["id", "text"], ["company", "text"], ["montant", "number"]);

  it.each([
    [ventes, clients, "ventes.client_id = clients.id"],
    [table("sales", ["Code client", "text"]), clients, "sales.Code client = clients.id"],
    [table("ventes", ["N° client", "text"]), clients, "ventes.N° client = clients.id"],
    [table("ventes", ["customer", "text"]), clients, "ventes.customer = clients.company"],
    [
      table("lignes", ["ref_produit", "text"]),
      table("stock", ["Référence produit", "text"], ["qte", "integer"]),
      "lignes.ref_produit = stock.Référence produit",
    ],
    [
      table("ventes", ["agence", "text"]),
      table("agences_2026", ["Nom de l’agence", "text"]),
      "ventes.agence = agences_2026.Nom de l’agence",
    ],
    [
      table("ventes", ["agence", "text"]),
      table("agences", ["Nom", "text"], ["ville", "text"]),
      "ventes.agence = agences.Nom",
    ],
  ])("finds the keys of %j in %j", (left, right, expected) => {
    expect(pairs([left, right])[0]).toBe(expected);
  });

  it("joins no amounts, dates, nor ids of two tables that have nothing to do with each other", () => {
    const tasks = table("tasks", ["id", "integer"], ["montant", "number"], ["due_on", "date"]);
    expect(pairs([ventes, tasks])).toEqual([]);
  });

  it("points to the side where each value stands once, and leaves out what cannot meet", () => {
    const sources = [
      table("a", ["code_produit", "integer"]),
      table("b", ["code_produit", "integer"]),
    ];
    expect(pairs(sources, productsFrom(1))).toEqual(["b.code_produit = a.code_produit"]);
    expect(pairs(sources, productsFrom(500))).toEqual([]);
  });
});

const candidate = (score: number) => ({
  from: { table: "ventes", column: "Code client" },
  to: { table: "clients", column: "id" },
  score,
});

describe("what the data say", () => {
  const figures = { rows: 430, found: 412, shared: 60, mostLeft: 9, mostRight: 1 };

  it("is many rows to one where the right side holds each key once", () => {
    expect(judgeJoin(candidate(1), figures)).toBe("many-to-one");
    expect(judgeJoin(candidate(1), { ...figures, mostLeft: 1 })).toBe("one-to-one");
    expect(judgeJoin(candidate(1), { ...figures, mostRight: 2 })).toBeNull();
  });

  it("asks for more rows where names say less", () => {
    expect(judgeJoin(candidate(1), { ...figures, found: 230 })).toBe("many-to-one");
    expect(judgeJoin(candidate(0.6), { ...figures, found: 230 })).toBeNull();
    expect(judgeJoin(candidate(1), { ...figures, found: 3, shared: 1 })).toBeNull();
  });

  it("is written with quotes only where a name needs them, and known again either way round", () => {
    const join = semanticJoin(candidate(1), "many-to-one");
    expect(join.on).toBe('ventes."Code client" = clients.id');
    expect(saysJoin([{ ...join, on: 'clients.id="ventes"."code client"' }], candidate(1))).toBe(
      true,
    );
    expect(saysJoin([{ ...join, on: "ventes.nom = clients.id" }], candidate(1))).toBe(false);
  });
});
