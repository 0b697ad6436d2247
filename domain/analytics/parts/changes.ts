import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";

/** What another file changes of a data set's columns. */
export interface ColumnChanges {
  added: StepColumn[];
  gone: StepColumn[];
  retyped: { name: string; from: ColumnKind; to: ColumnKind }[];
}

const same = (a: StepColumn, b: StepColumn): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase();

/** Compares columns by their names, whatever the case. */
export function columnChanges(
  before: readonly StepColumn[],
  after: readonly StepColumn[],
): ColumnChanges {
  return {
    added: after.filter((column) => !before.some((old) => same(old, column))),
    gone: before.filter((old) => !after.some((column) => same(old, column))),
    retyped: before.flatMap((old) => {
      const now = after.find((column) => same(old, column));
      return now === undefined || now.kind === old.kind
        ? []
        : [{ name: old.name, from: old.kind, to: now.kind }];
    }),
  };
}

/** Columns of these that an SQL text speaks of: in quotes, or as a word of its own. */
export function mentioned(sql: string, columns: readonly StepColumn[]): string[] {
  const text = sql.toLowerCase();
  return columns
    .map(({ name }) => name)
    .filter((name) => {
      const low = name.toLowerCase();
      if (text.includes(`"${low.replaceAll('"', '""')}"`)) return true;
      return text.split(/[^\p{L}\p{N}_$]+/u).includes(low);
    });
}
