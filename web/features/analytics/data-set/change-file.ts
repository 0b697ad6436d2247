import { columnChanges, mentioned, type ColumnChanges } from "#domain/analytics/parts/changes.ts";
import { unionSelect } from "#domain/analytics/parts/union.ts";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { Reading } from "#domain/analytics/reading.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { readPart } from "#web/features/analytics/engine/read-part.ts";
import type { Library, LoadOptions } from "#web/features/analytics/library.ts";

/** What another file would change, found by reading it beside the data set. */
export interface FoundChange {
  reading: Reading;
  rows: number;
  rejected: number;
  changes: ColumnChanges;
  /** Columns that go or change their kind, of which the data set's SQL speaks. */
  asked: string[];
}

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

/** Reads another file as the data set was read, without changing anything. Throws as an import does. */
export async function findChange(
  library: Library,
  dataSet: DataSet,
  file: File,
  { nameOf, ...options }: LoadOptions & { nameOf: (position: number) => string },
): Promise<FoundChange> {
  const { sql } = (await library.find(dataSet.id)) ?? dataSet;
  const table = `change_${crypto.randomUUID().slice(0, 8)}`;
  return library.keeper.use(async (engine) => {
    try {
      const read = await readPart(engine, file, dataSet.reading, { table, nameOf, ...options });
      const changes = columnChanges(allColumns(dataSet), kept(read.reading));
      const { gone, retyped } = changes;
      const named = [...gone, ...retyped.map(({ name, from }) => ({ name, kind: from }))];
      return {
        reading: read.reading,
        rows: read.rows,
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
