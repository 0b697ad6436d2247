import type { ColumnReading } from "#domain/analytics/reading.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import { speaksOf } from "#domain/analytics/steps/step.ts";
import type { ImportState } from "./import-state.ts";

/** A column of the preview; `at` is its place in the file, none when a step changed or made it. */
export interface ShownColumn {
  column: ColumnReading;
  at: number | undefined;
}

const madeColumn = ({ name, kind }: StepColumn): ColumnReading => ({
  name,
  source: name,
  kind,
  cleaned: false,
  skipped: false,
});

/** The columns of the file while there are no steps, else those of the table after them. */
export function shownColumns({ reading, cleaned }: ImportState): ShownColumn[] {
  if (reading === undefined) return [];
  const own = reading.columns.map((column, at) => ({ column, at }));
  if (cleaned === undefined) return own;
  // The name of its file is no column of any.
  if ((reading.steps ?? []).length === 0) {
    const others = cleaned.columns.filter(
      ({ name }) => !reading.columns.some((one) => one.name === name),
    );
    return [...others.map((one) => ({ column: madeColumn(one), at: undefined })), ...own];
  }
  const skipped = own.filter(({ column }) => column.skipped);
  return [
    ...cleaned.columns.map(({ name, kind }): ShownColumn => {
      const same = own.find(({ column }) => column.name === name && column.kind === kind);
      // What steps speak of is changed by a step after them; the rest as the file is read, where its own words are still at hand.
      const free = same && !(reading.steps ?? []).some((step) => speaksOf(step, name));
      return { column: same?.column ?? madeColumn({ name, kind }), at: free ? same.at : undefined };
    }),
    ...skipped,
  ];
}
