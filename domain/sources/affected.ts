import { mentioned } from "#domain/analytics/parts/changes.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";

/** Something in a workspace that reads its tables. */
export interface SavedText {
  kind: "question" | "widget" | "model";
  title: string;
  /** Where it is shown. */
  href: string;
  sql: string;
}

/** What a change of columns does to it: it can't run any more, or a column that it names is of another kind. */
export type Affected = Omit<SavedText, "sql"> & { reason: "gone" | "kind" };

interface Column {
  name: string;
  kind: ColumnKind;
}

const isFigure = (kind: ColumnKind): boolean => kind === "integer" || kind === "number";

/** Columns that both have, of another kind. Figures stay figures, with or without decimals. */
const retyped = (before: readonly Column[], after: readonly Column[]): Column[] =>
  before.filter(({ name, kind }) =>
    after.some(
      (column) =>
        column.name === name && column.kind !== kind && !(isFigure(kind) && isFigure(column.kind)),
    ),
  );

/**
 * What no longer fits a table whose columns change. `fits` are, for each text, whether it could be run with the columns before and after:
 * what could not before is not this change's doing.
 */
export function affectedBy(
  texts: readonly SavedText[],
  fits: { before: readonly boolean[]; after: readonly boolean[] },
  change: { table: string; before: readonly Column[]; after: readonly Column[] },
): Affected[] {
  const others = retyped(change.before, change.after);
  const table: Column = { name: change.table, kind: "text" };
  return texts.flatMap(({ sql, ...text }, at): Affected[] => {
    if (fits.before[at] !== true) return [];
    if (fits.after[at] !== true) return [{ ...text, reason: "gone" }];
    const speaks = mentioned(sql, [table]).length > 0 && mentioned(sql, others).length > 0;
    return speaks ? [{ ...text, reason: "kind" }] : [];
  });
}
