import { withoutEnd } from "#domain/analytics/sql/read.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { kindOfItem, isDerived, type NoDrill } from "./drill-query.ts";
import { ownRows } from "./own-rows.ts";
import { selectClauses, type SelectClauses } from "./select-clauses.ts";

/**
 * The rows behind everything that a question shows. `check` groups those rows anew as the question does: what it answers in the places
 * `columns` of the question's result must be the same, as the text was cut by its words alone. `figures` answers its measures over all of
 * those rows, in the places `measures`. Both are null where the rows are the result's own.
 */
export interface AllRows {
  sql: string;
  /** `nothing` answers the measures over no row: what a group must show of which they take none. Null where they take all. */
  check: { sql: string; columns: readonly number[]; groups: number; nothing: string | null } | null;
  figures: { sql: string; measures: readonly number[] } | null;
  /** Some of these rows may count for nothing in the figures. */
  unsure: boolean;
}

/** @param names the columns of the question's result, in order. */
export function allRows(sql: string, names: readonly string[]): AllRows | { reason: NoDrill } {
  const clauses = selectClauses(sql);
  if (typeof clauses === "string") return { reason: clauses };
  const kinds = clauses.items.map(kindOfItem);
  if (!clauses.grouped && !kinds.includes("measure")) {
    if (isDerived(clauses)) return { reason: "derived" };
    return { sql: withoutEnd(sql), check: null, figures: null, unsure: false };
  }
  // With a star in it, the list does not tell which of its expressions a column is.
  if (kinds.length !== names.length) return { reason: "column" };
  const placesOf = (kind: string) => kinds.flatMap((one, at) => (one === kind ? [at] : []));
  return grouped(sql, names, clauses, { groups: placesOf("group"), measures: placesOf("measure") });
}

function grouped(
  sql: string,
  names: readonly string[],
  clauses: SelectClauses,
  { groups, measures }: { groups: number[]; measures: number[] },
): AllRows {
  const { named, items, from, where, fewer } = clauses;
  const text = (at: number): string => items[at]?.text ?? "NULL";
  const parts = where === null ? [] : [`(${where}\n)`];
  if (fewer && groups.length > 0) {
    // HAVING, QUALIFY and LIMIT leave groups out: theirs are not the rows of what is shown. A struct holds empty values equal.
    const own = groups.map((at, n) => `g${n} := ${text(at)}`).join(", ");
    const shown = groups.map((at, n) => `g${n} := ${quoteIdentifier(names[at] ?? "")}`).join(", ");
    parts.push(
      `struct_pack(${own}) IN (SELECT struct_pack(${shown}) FROM (\n${withoutEnd(sql)}\n) AS shown)`,
    );
  }
  const own = ownRows(
    clauses,
    measures.flatMap((at) => items[at] ?? []),
  );
  if (own.condition !== null) parts.push(`(${own.condition})`);
  const source = `FROM ${from}${parts.length === 0 ? "" : `\nWHERE ${parts.join("\n  AND ")}`}`;
  const columns = [...groups, ...measures];
  const listed = (places: readonly number[]) =>
    places.map((at) => `${text(at)} AS c${at}`).join(", ");
  const by = groups.length === 0 ? "" : `\nGROUP BY ${groups.map((_, n) => n + 1).join(", ")}`;
  return {
    sql: `${named}SELECT *\n${source}`,
    check: {
      sql: `${named}SELECT ${listed(columns)}\n${source}${by}`,
      columns,
      groups: groups.length,
      nothing:
        own.condition === null
          ? null
          : `${named}SELECT ${listed(measures)}\nFROM ${from}\nWHERE FALSE`,
    },
    figures:
      measures.length === 0
        ? null
        : { sql: `${named}SELECT ${listed(measures)}\n${source}`, measures },
    unsure: own.unsure,
  };
}
