import type { Measure } from "#domain/analytics/builder/model.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { SemanticDocument } from "#domain/semantic/model.ts";
import { stemsOf } from "./fold.ts";
import { withProfile, type SaidMeasure, type SuggestSource } from "./source.ts";

const keyOf = (text: string): string => stemsOf(text).join(" ");

const both = (
  { fr, en }: { fr: string; en: string },
  synonyms: { fr: string[]; en: string[] },
): string[] => [fr, en, ...synonyms.fr, ...synonyms.en].filter(Boolean);

/** The column that an expression is, or that it adds up: `agence`, `"Nom du client"`, `sum(montant_ht)`. */
function plainColumn(sql: string, shape: "column" | "sum"): string | undefined {
  const name = String.raw`\s*(?:"([^"]+)"|([A-Za-z_]\w*))\s*`;
  const pattern = shape === "column" ? `^${name}$` : String.raw`^\s*sum\s*\(${name}\)\s*$`;
  const found = new RegExp(pattern, "i").exec(sql);
  return found?.[1] ?? found?.[2];
}

/**
 * The tables with what the firm calls their columns and figures: labels and synonyms of its measures and dimensions, and words of its
 * glossary that stand for one of them. A dimension that is computed names no column, and is left out.
 */
export function withFirmWords(
  sources: readonly SuggestSource[],
  document: SemanticDocument | undefined,
  language: "fr" | "en",
): SuggestSource[] {
  if (document === undefined) return [...sources];
  const groups = document.glossary.map(({ term, synonyms, meaning }) => ({
    words: [term, ...synonyms],
    // « Débours : frais_refacturables »: a meaning that is a name says whose word it is.
    keys: new Set([term, ...synonyms, meaning].map(keyOf)),
  }));
  /** Names with the words of the glossary for the same thing. */
  const said = (names: readonly string[]): string[] => {
    const own = new Set(names.map(keyOf));
    const more = groups.filter(({ keys }) => [...own].some((key) => keys.has(key)));
    return [...new Set([...names, ...more.flatMap(({ words }) => words)])];
  };
  return sources.map((source): SuggestSource => {
    const named = (column: string | undefined) =>
      source.columns.find(({ name }) => name.toLowerCase() === column?.toLowerCase())?.name;
    const measures = document.measures
      .filter((one) => one.source === source.table)
      .map(({ name, label, sql, synonyms }): SaidMeasure => ({
        name,
        label: (language === "en" && label.en) || label.fr,
        sql,
        adds: named(plainColumn(sql, "sum")) ?? null,
        called: said([name, ...both(label, synonyms)]),
      }));
    const dimensions = document.dimensions.filter((one) => one.source === source.table);
    const columns = source.columns.map((column) => {
      const words = dimensions
        .filter(({ sql }) => named(plainColumn(sql, "column")) === column.name)
        .flatMap(({ name, label, synonyms }) => [name, ...both(label, synonyms)]);
      const [, ...called] = said([column.name, ...(column.called ?? []), ...words]);
      return called.length === 0 ? column : { ...column, called };
    });
    return { ...source, columns, measures };
  });
}

/** The firm's measures of a table as columns that a text may name, each with what it stands for. */
export function measureColumns(source: SuggestSource): Map<ColumnProfile, SaidMeasure> {
  return new Map(
    (source.measures ?? []).map((measure) => [
      // Without a name of its own it is never taken for a column of the table, nor judged by its head.
      withProfile({ name: "", called: measure.called, kind: "number" }),
      measure,
    ]),
  );
}

/** Measures with the formula of the firm's own where one is meant; a share or a mean of a formula is none. */
export const withFormula = (
  measures: readonly Measure[],
  table: string,
  { name, label, sql }: SaidMeasure,
): Measure[] =>
  measures
    .filter(({ fn, column }) => column?.column !== "" || fn !== "share")
    .map((one) =>
      one.column?.column === ""
        ? { fn: "formula", column: null, formula: { table, sql, name }, label }
        : one,
    );
