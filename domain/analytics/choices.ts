import type { ColumnKind, ColumnReading, Encoding, Reading } from "./reading.ts";
import type { Step } from "./steps/step.ts";
import type { Choices } from "./sniff/sniff.ts";

/** What a person changed about one column, by its position. */
export interface ColumnChoice {
  kind?: ColumnKind | undefined;
  name?: string | undefined;
  skipped?: boolean | undefined;
}

/** All that a person chose over what was detected. */
export interface ImportChoices extends Choices {
  encoding?: Encoding;
  /** Sheet of a workbook, or list of a JSON document. */
  part?: string;
  totals?: Reading["totals"];
  shortRows?: Reading["shortRows"];
  badCells?: Reading["badCells"];
  columns?: Readonly<Record<number, ColumnChoice>>;
  steps?: readonly Step[];
}

/** A column read as another kind than detected: its cells are cleaned, so that anything like it reads. */
function retyped(column: ColumnReading, kind: ColumnKind, file: Reading): ColumnReading {
  const { name, source, skipped } = column;
  const bare = { name, source, skipped, kind };
  if (kind === column.kind) return column;
  if (kind === "number") return { ...bare, style: column.style ?? file.numbers, cleaned: true };
  if (kind === "date" || kind === "timestamp") {
    const day = file.dates === "dmy" ? "%d/%m/%Y" : "%m/%d/%Y";
    const known = column.format?.replace(/[ T]%H.*$/, "") ?? day;
    return { ...bare, format: kind === "date" ? known : `${known} %H:%M:%S`, cleaned: true };
  }
  return { ...bare, cleaned: kind !== "text" };
}

/** The reading with the person's choices over it. A name that is taken already is left as it was. */
export function withChoices(reading: Reading, choices: ImportChoices): Reading {
  const names = new Set(reading.columns.map(({ name }) => name.toLowerCase()));
  const columns = reading.columns.map((column, at) => {
    const choice = choices.columns?.[at];
    if (choice === undefined) return column;
    const wished = choice.name?.trim() ?? "";
    const free = wished !== "" && !names.has(wished.toLowerCase());
    const name = free ? wished : column.name;
    names.add(name.toLowerCase());
    return {
      ...retyped(column, choice.kind ?? column.kind, reading),
      name,
      skipped: choice.skipped ?? column.skipped,
    };
  });
  return {
    ...reading,
    totals: choices.totals ?? reading.totals,
    shortRows: choices.shortRows ?? reading.shortRows,
    badCells: choices.badCells ?? reading.badCells,
    columns: columns.every(({ skipped }) => skipped) ? reading.columns : columns,
    ...(choices.steps !== undefined && choices.steps.length > 0 && { steps: [...choices.steps] }),
  };
}

/** Names of columns whose kind the person chose; no repair may change these. */
export function fixedColumns(reading: Reading, choices: ImportChoices): string[] {
  return reading.columns.flatMap(({ name }, at) =>
    choices.columns?.[at]?.kind === undefined ? [] : [name],
  );
}
