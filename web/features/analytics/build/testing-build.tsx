import { createRoot } from "solid-js";
import { emptyQuery, type BuiltQuery } from "#domain/analytics/builder/model.ts";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import type { Measure as ModelMeasure } from "#domain/semantic/model.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { createBuild, type Build } from "./build-state.ts";

const TABLES = [
  {
    table: "ventes",
    title: "Ventes",
    columns: [
      columnOf("le", "date"),
      columnOf("agence", "text", { distinct: 4 }),
      columnOf("ttc", "number"),
      columnOf("ht", "number"),
    ],
  },
];

/** A question for tests of its steps. `answer` stands for the engine: what it throws is a refusal. */
export function testBuild(
  first: Partial<BuiltQuery> = {},
  answer: () => { kind: "number" | "text" } = () => ({ kind: "number" }),
  modelMeasures: () => readonly ModelMeasure[] = () => [],
): Build {
  const keeper = {
    use: () =>
      Promise.resolve().then(() => {
        const columns = [{ name: "x", ...answer() }];
        return { columns, rows: [], more: false, ms: 1 };
      }),
  } as unknown as EngineKeeper;
  return createRoot(() =>
    createBuild(
      {
        tables: () => TABLES,
        joinKeys: () => [],
        candidates: () => [],
        measure: () => Promise.reject(new Error("No join is measured here")),
        formulas: () => [],
        modelMeasures,
        dimensions: () => [
          {
            name: "taille",
            label: "Taille",
            source: "ventes",
            sql: "ht > 10",
            synonyms: ["ampleur", "size"],
          },
          { name: "ailleurs", label: "Ailleurs", source: "clients", sql: "no", synonyms: [] },
        ],
        keeper,
        onChange: () => undefined,
      },
      { query: { ...emptyQuery("ventes"), ...first } },
    ),
  );
}

/** The column of that name of the table. */
export const ventes = (column: string) => ({ table: "ventes", column });
