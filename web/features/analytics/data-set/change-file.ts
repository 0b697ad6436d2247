import { columnChanges, mentioned } from "#domain/analytics/parts/changes.ts";
import { unionSelect } from "#domain/analytics/parts/union.ts";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { Reading } from "#domain/analytics/reading.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import { applySteps, cleanTable } from "#web/features/analytics/engine/apply-steps.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { readPart } from "#web/features/analytics/engine/read-part.ts";
import { createEmpty } from "#web/features/analytics/engine/texts-that-fit.ts";
import type { Library, LoadOptions } from "#web/features/analytics/library.ts";
import type { TableChange } from "./column-changes.tsx";

/** What another file would change, found by reading it beside the data set. */
export interface FoundChange extends TableChange {
  reading: Reading;
  /** What the table has in the end, after all steps. */
  after: StepColumn[];
  /** Of one that is to be added: the name of a file that is in already and holds the same. */
  twice: string | undefined;
}

export type ChangeMode = "replace" | "append";

const kept = ({ columns }: Reading) => columns.filter(({ skipped }) => !skipped);

/** The columns of all its files, each once. */
const allColumns = ({ reading, more = [] }: DataSet) =>
  unionSelect(
    [reading, ...more.map((part) => part.reading)].map((one) => ({
      table: "",
      fileName: "",
      columns: kept(one),
    })),
    undefined,
  ).columns;

/** The columns of a table with these after the steps of a reading: done to no rows, so that the engine tells those that it computes. */
async function afterSteps(
  engine: Engine,
  columns: readonly StepColumn[],
  reading: Reading,
): Promise<StepColumn[]> {
  const table = `shape_${crypto.randomUUID().slice(0, 8)}`;
  try {
    await createEmpty(engine, table, columns);
    return (await applySteps(engine, table, columns, reading)).columns;
  } finally {
    if (engine.alive())
      await engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`).catch(() => undefined);
  }
}

/** The columns of all files of a data set with another one below them, and of that one alone. */
function columnsWith(dataSet: DataSet, reading: Reading, mode: ChangeMode): StepColumn[] {
  if (mode === "replace") return kept(reading).map(({ name, kind }) => ({ name, kind }));
  const all = { table: "", fileName: "" };
  return unionSelect(
    [
      { ...all, columns: allColumns(dataSet) },
      { ...all, columns: kept(reading) },
    ],
    dataSet.origin,
  ).columns;
}

/** Reads another file as the data set was read, without changing anything. Throws as an import does. */
export async function findChange(
  library: Library,
  dataSet: DataSet,
  file: File,
  {
    nameOf,
    mode = "replace",
    ...options
  }: LoadOptions & { nameOf: (position: number) => string; mode?: ChangeMode },
): Promise<FoundChange> {
  const { sql } = (await library.find(dataSet.id)) ?? dataSet;
  const table = `change_${crypto.randomUUID().slice(0, 8)}`;
  const twice = mode === "append" ? await library.held(dataSet, file) : undefined;
  return library.keeper.use(async (engine) => {
    try {
      const read = await readPart(engine, file, dataSet.reading, { table, nameOf, ...options });
      const changes = columnChanges(allColumns(dataSet), kept(read.reading));
      const { gone, retyped } = changes;
      const named = [...gone, ...retyped.map(({ name, from }) => ({ name, kind: from }))];
      const steps = dataSet.reading.steps ?? [];
      // Of a file that stands alone the steps are done: they may take rows away.
      const alone =
        mode === "replace"
          ? await cleanTable(engine, table, { ...read.reading, steps }, options.signal)
          : undefined;
      const whole = columnsWith(dataSet, read.reading, mode);
      const adds = dataSet.rows + read.rows;
      return {
        after: alone?.columns ?? (await afterSteps(engine, whole, dataSet.reading)),
        twice,
        reading: read.reading,
        rows: read.rows,
        before: { rows: dataSet.rows, columns: dataSet.profiles.length },
        rowsAfter: alone?.rows ?? (steps.some((step) => step.do === "drop") ? undefined : adds),
        rejected: read.rejected + read.swallowed.lines,
        changes,
        asked: mentioned(sql ?? "", named),
      };
    } finally {
      if (engine.alive())
        await engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`).catch(() => undefined);
    }
  });
}
