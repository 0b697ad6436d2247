import { followed } from "#domain/analytics/chosen.ts";
import { partsOf, type DataSet } from "#domain/analytics/data-set.ts";
import type { Reading } from "#domain/analytics/reading.ts";
import { reopenFile, type OpenedFile } from "#web/features/analytics/engine/open-file.ts";
import { readParts } from "#web/features/analytics/engine/read-parts.ts";
import type { Together } from "#web/features/analytics/file-read.ts";
import type { Library } from "#web/features/analytics/library.ts";

/** A data set whose reading is changed, with its files as they are kept, in its order. */
export interface Reopened {
  dataSet: DataSet;
  files: readonly Blob[];
  /** True for one that was given to the organization. */
  isShared?: boolean | undefined;
}

/**
 * Reads the other files of a data set as its first one is read now, and puts all of them into the table. Undefined for a data set of one
 * file, whose table is left as it is.
 */
export async function readTogether(
  library: Library,
  { dataSet, files }: Reopened,
  first: OpenedFile,
  reading: Reading,
  table: string,
  signal: AbortSignal,
): Promise<Together | undefined> {
  const [own, ...others] = partsOf(dataSet);
  if (own === undefined || (others.length === 0 && dataSet.origin === undefined)) return undefined;
  const more = others.map((part) => ({
    ...part,
    reading: followed(dataSet.reading, reading, part.reading),
  }));
  const parts = [{ fileName: own.fileName, text: first.text, reading }];
  for (const [at, part] of more.entries()) {
    const text = await reopenFile(files[at + 1] ?? new Blob(), part.reading.source, signal);
    parts.push({ fileName: part.fileName, text, reading: part.reading });
  }
  const { origin } = dataSet;
  const read = await library.keeper.use((engine) =>
    readParts(engine, parts, { table, origin, signal }),
  );
  return { ...read, more };
}
