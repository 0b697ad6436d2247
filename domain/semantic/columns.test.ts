import { describe, expect, it } from "vitest";
import { unknownColumns } from "./columns.ts";

const TABLES = [
  { table: "ventes", columns: ["montant", "statut", "jour", "Client final"] },
  { table: "clients", columns: ["nom"] },
  { table: "stocks", columns: [] },
];
const of = (sql: string, own: string | undefined = "ventes") => unknownColumns(sql, own, TABLES);

describe("columns that an expression names", () => {
  it.each([
    ["sum(montent)", ["montent"]],
    ['sum("Montant HT")', ["Montant HT"]],
    ["sum(montant) FILTER (WHERE state = 'x') / count(DISTINCT cliant)", ["state", "cliant"]],
    ["ventes.client = clients.id", ["ventes.client", "clients.id"]],
    ["CASE WHEN etat IS NULL THEN 0 ELSE 1 END", ["etat"]],
  ])("%s: those that are not there are told", (sql, missing) => {
    expect(of(sql)).toEqual(missing);
  });

  it.each([
    "sum(MONTANT) FILTER (WHERE statut <> 'annulée') -- hors taxes",
    'count(*) / nullif(count(DISTINCT "Client final"), 0)::DOUBLE',
    "date_trunc('month', jour) BETWEEN DATE '2026-01-01' AND current_date - INTERVAL 1 month",
    "extract(year FROM jour) || CAST(montant AS VARCHAR)",
    "strftime(jour, '%Y') = 'x' AND montant > 1e3 AND jour < now() - INTERVAL '2' day",
    "row_number() OVER (PARTITION BY statut ORDER BY jour DESC NULLS LAST)",
    "ventes.montant * 1.2",
    "count(ventes)",
    "(SELECT max(autre) FROM ailleurs)",
    "list_transform([1], x -> x + montant)",
    "stocks.rien = inconnue.rien",
  ])("%s: nothing is told of what may be right", (sql) => {
    expect(of(sql)).toEqual([]);
  });

  it("judges no table whose columns are not known", () => {
    expect(of("sum(rien)", "stocks")).toEqual([]);
    expect(of("sum(rien)", "ailleurs")).toEqual([]);
  });
});
