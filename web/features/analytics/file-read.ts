import type { DataSet, Part } from "#domain/analytics/data-set.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { RepairedImport } from "./engine/import-repaired.ts";
import type { ReadParts } from "./engine/read-parts.ts";

/** All files of a data set in one table; `more` are the others with their readings as they are now. */
export interface Together extends ReadParts {
  more: Part[];
}

/** What was read, in the table `table` of the engine until it is kept under its own name. */
export interface FileRead {
  imported: RepairedImport;
  table: string;
  /** Of the columns that it has after its steps; made since the table is there. Fails when the engine does. */
  profiles: Promise<ColumnProfile[]>;
  /** Of a data set of several files. */
  together: Together | undefined;
}

/** A data set as it is when its files are read that way. Its name, its files and its SQL stay. */
export function readAs(
  dataSet: DataSet,
  { imported, together }: FileRead,
  profiles: ColumnProfile[],
): DataSet {
  return {
    ...dataSet,
    rows: imported.rows,
    rejected: together?.rejected ?? imported.rejected + imported.swallowed.lines,
    ms: together?.ms ?? imported.ms,
    reading: imported.reading,
    ...(together && together.more.length > 0 && { more: together.more }),
    profiles,
  };
}
