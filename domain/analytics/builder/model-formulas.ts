import type { Measure as ModelMeasure } from "#domain/semantic/model.ts";
import type { BuiltQuery, Measure } from "./model.ts";

type Said = Pick<ModelMeasure, "name" | "label" | "source" | "sql">;

/** A measure of a question whose formula is no longer the one that the model has for it. */
export interface Otherwise {
  /** Its place among the question's measures. */
  at: number;
  label: string;
  sql: string;
  model: Said;
}

/** The measure of the model that one was copied from; by its label where it does not say, as those saved before did not. */
function originOf({ formula, label }: Measure, model: readonly Said[]): Said | undefined {
  if (formula === undefined || formula.name === null) return undefined;
  const { name, table } = formula;
  const own = model.filter(({ source }) => source === table);
  if (name !== undefined) return own.find((one) => one.name === name);
  return own.find((one) => one.label.fr === label || one.label.en === label);
}

/** The measures of a question that the model computes otherwise by now. */
export function otherwiseInModel(
  { measures }: Pick<BuiltQuery, "measures">,
  model: readonly Said[],
): Otherwise[] {
  return measures.flatMap((measure, at): Otherwise[] => {
    const found = originOf(measure, model);
    const sql = measure.formula?.sql;
    if (found === undefined || sql === undefined || sql === found.sql) return [];
    return [{ at, label: measure.label, sql, model: found }];
  });
}

/** The question with the formulas that the model has now, or with its own, which then are the model's no more. */
export function settledMeasures(
  { measures }: Pick<BuiltQuery, "measures">,
  changed: readonly Otherwise[],
  take: "model" | "own",
): Measure[] {
  return measures.map((measure, place) => {
    const one = changed.find(({ at }) => at === place);
    if (one === undefined || measure.formula === undefined) return measure;
    const { name, sql } = one.model;
    const formula =
      take === "model" ? { ...measure.formula, sql, name } : { ...measure.formula, name: null };
    return { ...measure, formula };
  });
}
