import type { DataSet } from "#domain/analytics/data-set.ts";
import type { SourceView } from "#domain/sources/model.ts";

type Wanted = Pick<SourceView, "columns"> & { fileName: string };

const keys = (columns: readonly { name: string; kind: string }[]): string[] =>
  columns.map(({ name, kind }) => `${kind} ${name}`);

/** Whether a file has every column of the source, read as the same kind. More columns do no harm. */
function holdsColumns(dataSet: DataSet, wanted: Wanted): boolean {
  const held = new Set(keys(dataSet.profiles));
  return keys(wanted.columns).every((key) => held.has(key));
}

/**
 * The file of this device that a source was made of: the newest of its name, now or before, that has its columns; else the one that has just these columns,
 * since files are renamed. Nothing where several could be meant.
 */
export function findOnDevice(dataSets: readonly DataSet[], wanted: Wanted): DataSet | undefined {
  const fitting = dataSets.filter((dataSet) => holdsColumns(dataSet, wanted));
  const named = fitting
    .filter(({ fileName, names = [] }) => [fileName, ...names].includes(wanted.fileName))
    .toSorted((a, b) => b.addedAt - a.addedAt);
  if (named[0] !== undefined) return named[0];
  const same = fitting.filter(({ profiles }) => profiles.length === wanted.columns.length);
  return wanted.columns.length > 0 && same.length === 1 ? same[0] : undefined;
}
