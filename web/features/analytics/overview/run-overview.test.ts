import { afterAll, beforeAll, expect, it } from "vitest";
import { columnsOfSpec } from "#domain/analytics/chart/spec.ts";
import { overviewPlan } from "#domain/analytics/overview/plan.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { runOverview, type OverviewAnswer } from "./run-overview.ts";

const COLUMNS = [
  { name: "no", kind: "integer" as const },
  { name: "facture le", kind: "date" as const },
  { name: "agence", kind: "text" as const },
  { name: "montant", kind: "number" as const },
  { name: "avoir", kind: "boolean" as const },
  { name: "remise", kind: "number" as const },
];

let engine: Engine;
let keeper: EngineKeeper;
beforeAll(async () => {
  engine = await nodeEngine();
  keeper = keepEngine(async () => engine);
  await engine.run(
    `CREATE TABLE ventes AS SELECT i::BIGINT AS no, (DATE '2025-01-01' + (i % 600)::INTEGER) AS "facture le", ['Lyon','Annecy','Nice'][1 + (i % 7) % 3] AS agence, CASE WHEN i = 77 THEN 1e6 ELSE (i % 100) + 0.5 END AS montant, i % 10 = 0 AS avoir, CASE WHEN i % 4 = 0 THEN 5.0 END AS remise FROM range(6000) r(i)`,
  );
}, 30_000);
afterAll(() => engine.terminate());

async function overviewOf(signal = new AbortController().signal): Promise<OverviewAnswer[]> {
  const profiles = await profileTable(engine, "ventes", COLUMNS);
  const plan = overviewPlan("ventes", profiles, 6_000, fr.analyticsOverview.names);
  const answers: OverviewAnswer[] = [];
  await runOverview(keeper, plan, profiles, { signal, onAnswer: (one) => answers.push(one) });
  return answers;
}

it("computes every part on the engine, each with its chart's columns in its result", async () => {
  const answers = await overviewOf();
  expect(answers.map(({ part }) => part.id)).toEqual([
    "trend.montant",
    "trend.nombre",
    "top.agence",
    "spread.montant",
    "figures",
    "flags",
    "missing",
    "keys",
  ]);
  for (const { part, result } of answers) {
    const names = result?.columns.map(({ name }) => name) ?? [];
    const drawn = part.chart === null ? [] : columnsOfSpec(part.chart);
    expect(names).toEqual(expect.arrayContaining(drawn));
  }
});

it("finds what was put there: the far value, the gaps, the key, the yes", async () => {
  const found = new Map((await overviewOf()).map(({ part, finding }) => [part.id, finding]));
  expect(found.get("figures")).toMatchObject({ column: "montant", count: 1, extreme: 1_000_000 });
  expect(found.get("missing")).toEqual({
    code: "missing",
    column: "remise",
    share: 7_500,
    columns: 1,
  });
  expect(found.get("keys")).toEqual({ code: "keys", columns: ["no"] });
  expect(found.get("flags")).toEqual({ code: "flags", column: "avoir", share: 1_000 });
  expect(found.get("top.agence")).toMatchObject({ code: "top", value: "Lyon", groups: 3 });
  expect(found.get("trend.nombre")).toMatchObject({ period: "month", partial: "last" });
});

it("stops between and within parts", async () => {
  const stopped = new AbortController();
  stopped.abort();
  await expect(overviewOf(stopped.signal)).rejects.toThrow(/abort/i);
});
