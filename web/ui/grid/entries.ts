import type { GridGroup } from "./column.ts";

/** One line of the grid: a record, or the head of a group. */
export type GridEntry<Row> =
  | { kind: "row"; id: string; row: Row }
  | { kind: "group"; id: string; group: GridGroup<Row>; collapsed: boolean };

/** Groups laid out as lines; a collapsed group shows its head alone. */
export function groupedEntries<Row>(
  groups: readonly GridGroup<Row>[],
  rowId: (row: Row) => string,
  collapsed: ReadonlySet<string>,
): GridEntry<Row>[] {
  return groups.flatMap((group) => {
    const closed = collapsed.has(group.id);
    const head: GridEntry<Row> = { kind: "group", id: group.id, group, collapsed: closed };
    return closed ? [head] : [head, ...plainEntries(group.rows, rowId)];
  });
}

/** Rows as lines, without groups. */
export function plainEntries<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
): GridEntry<Row>[] {
  return rows.map((row) => ({ kind: "row", id: rowId(row), row }));
}

/** Ids from `from` to `to` in the order shown, both included: what Shift selects. */
export function idsBetween<Row>(
  entries: readonly GridEntry<Row>[],
  from: number,
  to: number,
): string[] {
  return entries
    .slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
    .flatMap((entry) => (entry.kind === "row" ? [entry.id] : []));
}
