import type { ColumnChoice, ImportChoices } from "./choices.ts";
import { withChoices } from "./choices.ts";
import type { ColumnReading, Reading } from "./reading.ts";

const headerLine = ({ header, titleLines }: Reading): number => (header ? titleLines + 1 : 0);

/**
 * What was chosen of a file as a whole when it was kept: where its reading is not what is detected without any choice. What was detected
 * stays open, so that changing one thing detects the others anew.
 */
export function fileChoices(kept: Reading, detected: Reading): ImportChoices {
  const choices: ImportChoices = {
    totals: kept.totals,
    shortRows: kept.shortRows,
    badCells: kept.badCells,
  };
  if (kept.steps !== undefined && kept.steps.length > 0) choices.steps = kept.steps;
  if (kept.source !== undefined && kept.source.part !== "") choices.part = kept.source.part;
  if (kept.quotes !== detected.quotes) choices.quotes = kept.quotes ?? "double";
  if (kept.encoding !== detected.encoding) choices.encoding = kept.encoding;
  if (kept.delimiter !== detected.delimiter) choices.delimiter = kept.delimiter;
  if (kept.numbers !== detected.numbers) choices.numbers = kept.numbers;
  if (kept.dates !== detected.dates) choices.dates = kept.dates;
  if (headerLine(kept) !== headerLine(detected)) choices.headerLine = headerLine(kept);
  return choices;
}

/** What was chosen of the columns, by their place; `sniffed` is the reading with the choices of the file alone. */
export function columnChoices(
  kept: Reading,
  sniffed: Reading,
): NonNullable<ImportChoices["columns"]> {
  const columns: Record<number, ColumnChoice> = {};
  for (const [at, column] of kept.columns.entries()) {
    const found = sniffed.columns[at];
    const choice = found && differences(column, found);
    if (choice && Object.keys(choice).length > 0) columns[at] = choice;
  }
  return columns;
}

const differences = (now: ColumnReading, before: ColumnReading): ColumnChoice => ({
  ...(now.kind !== before.kind && { kind: now.kind }),
  ...(now.name !== before.name && { name: now.name }),
  ...(now.skipped !== before.skipped && { skipped: now.skipped }),
});

/**
 * Another file of the same data set, read otherwise as the first one is from `before` to `after`: kinds, names and columns left out follow
 * by the heads of the columns. What did not change stays as it was.
 */
export function followed(before: Reading, after: Reading, other: Reading): Reading {
  const columns: Record<number, ColumnChoice> = {};
  for (const [at, { source }] of other.columns.entries()) {
    const same = (column: ColumnReading): boolean =>
      column.source.trim().toLowerCase() === source.trim().toLowerCase();
    const [old, now] = [before.columns.find(same), after.columns.find(same)];
    if (old !== undefined && now !== undefined) columns[at] = differences(now, old);
  }
  const { totals, shortRows, badCells } = after;
  return withChoices(other, { columns, totals, shortRows, badCells });
}
