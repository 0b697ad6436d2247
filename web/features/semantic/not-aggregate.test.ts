import { afterAll, expect, it } from "vitest";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { notAggregates } from "./not-aggregate.ts";

const keeper = keepEngine(() => nodeEngine("512MB"));
afterAll(() => keeper.use(async (engine) => engine.terminate()));

const SHAPE = {
  table: "factures",
  columns: [
    { name: "montant", kind: "number" as const },
    { name: "statut", kind: "text" as const },
    { name: "le", kind: "date" as const },
  ],
};
const found = (...formulas: string[]) =>
  keeper.use((engine) =>
    notAggregates(
      engine,
      [SHAPE],
      formulas.map((sql) => ({ sql, source: "factures" })),
    ),
  );

it.each([
  ["montant", "sum(montant)"],
  ["montant * 2", "sum(montant * 2)"],
  ["statut", "count(statut)"],
  ["le", "count(le)"],
  ["montant -- hors taxes", "sum(…)"],
  ["sum(montant) OVER (ORDER BY le)", "sum(…)"],
  ["12", "sum(12)"],
])("%s adds nothing up: %s is offered instead", async (sql, instead) => {
  expect(await found("sum(montant)", sql)).toEqual([
    { path: ["measures", 1, "sql"], reason: "aggregate", options: [instead] },
  ]);
});

it("takes every formula that is one figure, and leaves to others what the engine refuses", async () => {
  const good = [
    "sum(montant) FILTER (WHERE statut = 'Payée') / count(*)",
    "CASE WHEN count(*) = 0 THEN 0 ELSE sum(montant) / count(*) END",
    "max(le) -- la dernière",
    "median(montant)",
  ];
  expect(await found(...good)).toEqual([]);
  expect(await found("nothing", "sum(", "montant + sum(montant)", "1) FROM factures; --")).toEqual(
    [],
  );
});
