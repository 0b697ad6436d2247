import { isMeasure, isTime, type ColumnProfile } from "#domain/analytics/profile.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";

/** A first question to ask of a data set, with the parts that its title names. */
export interface FirstQuestion {
  sql: string;
  measure: string | null;
  by: string;
  period: "day" | "month" | "year" | null;
  split: string | null;
}

const MONEY =
  /montant|total|ht\b|_ht|ttc|ca\b|chiffre|amount|revenue|sales|prix|price|co[uû]t|cost|valeur|value|quantit/i;
const DAY = 86_400_000;

function measureOf(columns: readonly ColumnProfile[]): ColumnProfile | undefined {
  const measures = columns.filter(({ kind, distinct }) => isMeasure(kind) && distinct > 1);
  const amounts = measures.filter(
    ({ name }) => MONEY.test(name) && !/unit|taux|tva|rate/i.test(name),
  );
  return (
    amounts.find(({ name }) => /montant|total|ca\b|amount|revenue/i.test(name)) ??
    amounts[0] ??
    measures.find(({ kind }) => kind === "number")
  );
}

/** Few enough groups to tell apart, least first. */
function groupsOf(columns: readonly ColumnProfile[], most: number): ColumnProfile[] {
  return columns
    .filter(
      ({ kind, distinct, approximate }) =>
        kind === "text" && !approximate && distinct > 1 && distinct <= most,
    )
    .toSorted((a, b) => a.distinct - b.distinct);
}

function periodOf({ min, max }: ColumnProfile): "day" | "month" | "year" {
  const days = (Number(max) - Number(min)) / DAY;
  return days <= 62 ? "day" : days <= 366 * 6 ? "month" : "year";
}

/**
 * The question whose answer shows most of a data set at once: an amount over time (by a small group, if there is one), else by
 * category, else how a number spreads. Null when no column lends itself to it.
 */
export function firstQuestion(
  table: string,
  columns: readonly ColumnProfile[],
): FirstQuestion | null {
  const from = quoteIdentifier(table);
  const measure = measureOf(columns);
  const value =
    measure === undefined ? "count(*)" : `round(sum(${quoteIdentifier(measure.name)}), 2)`;
  const label = quoteIdentifier(measure?.name ?? "n");
  const time = columns
    .filter(({ kind, distinct }) => isTime(kind) && distinct > 1)
    .toSorted((a, b) => a.nulls - b.nulls)[0];
  if (time !== undefined) {
    const period = periodOf(time);
    const column = quoteIdentifier(time.name);
    const at = `date_trunc('${period}', ${column})::DATE AS ${quoteIdentifier(time.name)}`;
    const split = groupsOf(columns, 6)[0];
    const group = split === undefined ? "" : `, ${quoteIdentifier(split.name)}`;
    const by = split === undefined ? "1" : "1, 2";
    const sql = `SELECT ${at}${group},\n       ${value} AS ${label}\nFROM ${from}\nWHERE ${column} IS NOT NULL\nGROUP BY ${by}\nORDER BY ${by}`;
    return {
      sql,
      measure: measure?.name ?? null,
      by: time.name,
      period,
      split: split?.name ?? null,
    };
  }
  const group = groupsOf(columns, 40).at(-1);
  if (group !== undefined) {
    const sql = `SELECT ${quoteIdentifier(group.name)},\n       ${value} AS ${label}\nFROM ${from}\nGROUP BY 1\nORDER BY 2 DESC\nLIMIT 20`;
    return { sql, measure: measure?.name ?? null, by: group.name, period: null, split: null };
  }
  const spread = measure ?? columns.find(({ kind }) => isMeasure(kind));
  if (spread === undefined) return null;
  const sql = `SELECT ${quoteIdentifier(spread.name)}\nFROM ${from}`;
  return { sql, measure: spread.name, by: spread.name, period: null, split: null };
}
