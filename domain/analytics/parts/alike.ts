import type { ImportChoices } from "#domain/analytics/choices.ts";
import type { Reading } from "#domain/analytics/reading.ts";

const isFigure = (kind: string): boolean => kind === "integer" || kind === "number";

/**
 * What is chosen for another file of a data set, so that its columns are called and typed like those before: names, columns left out,
 * kinds. `detected` is its reading without any choice.
 */
export function alike(before: Reading, detected: Reading): ImportChoices {
  const columns: Record<number, NonNullable<ImportChoices["columns"]>[number]> = {};
  for (const [at, column] of detected.columns.entries()) {
    const known = before.columns.find(
      ({ source }) => source.trim().toLowerCase() === column.source.trim().toLowerCase(),
    );
    if (known === undefined || column.source === "") continue;
    const other = known.kind !== column.kind && !(isFigure(known.kind) && isFigure(column.kind));
    columns[at] = {
      ...(known.name !== column.name && { name: known.name }),
      skipped: known.skipped,
      // What was text before is text again: 01 and 2 in one file, 3 and 4 in the next. Other differences are told.
      ...(other && known.kind === "text" && { kind: "text" as const }),
    };
  }
  return {
    columns,
    totals: before.totals,
    shortRows: before.shortRows,
    badCells: before.badCells,
    ...(before.quotes && { quotes: before.quotes }),
    ...(before.source?.part &&
      detected.source?.parts.includes(before.source.part) && { part: before.source.part }),
  };
}
