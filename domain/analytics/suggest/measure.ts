import type { ColumnRef, Measure } from "#domain/analytics/builder/model.ts";
import { measuresOf, roleOf } from "#domain/analytics/overview/roles.ts";
import { isMeasure, type ColumnProfile } from "#domain/analytics/profile.ts";
import { foldText } from "./fold.ts";
import { WITH_TAX, WITHOUT_TAX } from "./lexicon.ts";

/** Names of figures that no column has, in the person's language. */
export interface FigureNames {
  count: string;
  share: string;
}

export const adds = (column: ColumnProfile): boolean =>
  isMeasure(column.kind) && ["measure", "rate"].includes(roleOf(column));

const wordsOf = ({ name }: ColumnProfile): string => foldText(name.replaceAll("_", " "));

/** HT or TTC, where a text says which and there is one of each. */
export function taxed(
  column: ColumnProfile,
  columns: readonly ColumnProfile[],
  text: string,
): ColumnProfile {
  const wanted = WITH_TAX.test(text) ? WITH_TAX : WITHOUT_TAX.test(text) ? WITHOUT_TAX : undefined;
  if (wanted === undefined || wanted.test(wordsOf(column))) return column;
  return columns.find((one) => roleOf(one) === "measure" && wanted.test(wordsOf(one))) ?? column;
}

/** What a text asks to compute, from its function, the number it names and the things it counts. */
export function measuresFor(asked: {
  table: string;
  fn: Measure["fn"] | undefined;
  figure: ColumnProfile | undefined;
  counted: ColumnProfile | undefined;
  /** A number is meant, though none is named: « le meilleur client », « dépenses par mois ». */
  implied: boolean;
  columns: readonly ColumnProfile[];
  names: FigureNames;
}): Measure[] {
  const { table, fn, figure, counted, columns, names } = asked;
  const ref = (column: ColumnProfile): ColumnRef => ({ table, column: column.name });
  const rows: Measure = { fn: "count", column: null, label: names.count };
  if (fn === "count" || fn === "distinct") {
    const own = counted ?? (fn === "distinct" ? figure : undefined);
    const count: Measure =
      own === undefined ? rows : { fn: "distinct", column: ref(own), label: own.name };
    // « Combien de chantiers, et pour quel budget » asks for both.
    return figure === undefined || fn === "distinct"
      ? [count]
      : [count, { fn: "sum", column: ref(figure), label: figure.name }];
  }
  const column =
    figure ??
    (asked.implied || (fn !== undefined && fn !== "share") ? measuresOf(columns)[0] : undefined);
  const usual = column !== undefined && roleOf(column) === "rate" ? "avg" : "sum";
  if (fn === "share") {
    const base: Measure =
      column === undefined ? rows : { fn: usual, column: ref(column), label: column.name };
    return [
      base,
      { fn: "share", column: column === undefined ? null : ref(column), label: names.share },
    ];
  }
  if (column === undefined) return [rows];
  return [{ fn: fn === "sum" ? usual : (fn ?? usual), column: ref(column), label: column.name }];
}
