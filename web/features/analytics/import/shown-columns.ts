import type { ColumnReading } from "#domain/analytics/reading.ts";
import type { ImportState } from "./import-state.ts";

/** A column of the preview; `at` is its place in the file, none when a step changed or made it. */
export interface ShownColumn {
  column: ColumnReading;
  at: number | undefined;
}

/** The columns of the file while there are no steps, else those of the table after them. */
export function shownColumns({ reading, cleaned }: ImportState): ShownColumn[] {
  if (reading === undefined) return [];
  const own = reading.columns.map((column, at) => ({ column, at }));
  if (cleaned === undefined || (reading.steps ?? []).length === 0) return own;
  const skipped = own.filter(({ column }) => column.skipped);
  return [
    ...cleaned.columns.map(({ name, kind }): ShownColumn => {
      const same = own.find(({ column }) => column.name === name && column.kind === kind);
      const made = { name, source: name, kind, cleaned: false, skipped: false };
      // Steps name it: what is changed of it now is a step after them.
      return { column: same?.column ?? made, at: undefined };
    }),
    ...skipped,
  ];
}
