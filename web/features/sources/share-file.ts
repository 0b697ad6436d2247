import { bytesOf, DataSet, partsOf } from "#domain/analytics/data-set.ts";
import { SHARE_LIMITS, type SourceView } from "#domain/sources/model.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { files } from "#web/features/analytics/store/files.ts";
import { encoded } from "#web/features/boards/card/files/upload.ts";
import { api } from "#web/lib/api.ts";
import { describedColumns } from "./described-columns.ts";
import { contentName } from "./shared-copy.ts";

/** The longest name of a content that the server keeps. */
const MOST_LETTERS = 5_000;

interface Sending {
  signal: AbortSignal;
  /** The share that is there, 0 to 1. */
  onProgress: (share: number) => void;
}

/** How a file is read and what it holds, as whoever opens it will need it. What this person asked it last stays theirs. */
const readingOf = (dataSet: DataSet): string =>
  JSON.stringify(DataSet.parse({ ...dataSet, sql: null }));

/** Whether a data set is small enough to be shared. */
export const mayShare = (dataSet: DataSet): boolean =>
  bytesOf(dataSet) <= SHARE_LIMITS.bytes &&
  readingOf(dataSet).length <= SHARE_LIMITS.readingLetters;

/**
 * Gives the files of a data set of this device to the organization as one, part by part; of a source that is shared, in the place of what
 * it holds. Errors: `ApiProblem`, `FileGone`; an `AbortError` when it was broken off,
 * after which all is as it was.
 */
export async function shareFile(
  library: Library,
  source: SourceView,
  dataSet: DataSet,
  { signal, onProgress }: Sending,
): Promise<void> {
  const parts = partsOf(dataSet).map(({ file }) => files.read(library.scope, file));
  // One after the other: their sizes stand with how they are read.
  const file = new Blob(await Promise.all(parts));
  const { id, version } = source;
  const original = contentName(dataSet);
  const { partBytes } = SHARE_LIMITS;
  for (let at = 0; at < file.size; at += partBytes) {
    const data = await encoded(file.slice(at, at + partBytes));
    signal.throwIfAborted();
    await api("put /data-sources/{id}/parts/{number}", {
      params: { id, number: String(at / partBytes) },
      body: { data },
      signal,
    });
    onProgress(Math.min(1, (at + partBytes) / file.size));
  }
  signal.throwIfAborted();
  await api("post /data-sources/{id}/share", {
    params: { id },
    body: {
      version,
      bytes: file.size,
      format: dataSet.reading.source?.format ?? "text",
      reading: readingOf(dataSet),
      // Of very many files together the name is longer than the server keeps: they are found by what they hold.
      ...(original.length <= MOST_LETTERS && { original }),
      columns: describedColumns(dataSet, source.columns),
      rows: dataSet.rows,
    },
  });
}
