import { bytesOf, partsOf, type DataSet } from "#domain/analytics/data-set.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { describedColumns } from "./described-columns.ts";

/** A file that was given to the organization. */
export type SharedSource = Extract<SourceView, { kind: "shared" }>;

/** Names the content of a data set: each file that replaces or is added lies under a key of its own. */
export const contentName = (dataSet: DataSet): string =>
  partsOf(dataSet)
    .map(({ file }) => file)
    .join(" ");

const isOriginal = ({ details }: SharedSource, { id }: DataSet): boolean =>
  details.original?.startsWith(id) === true;

const isNamed = ({ details }: SharedSource, { fileName, names = [] }: DataSet): boolean =>
  [fileName, ...names].includes(details.fileName);

/** The file of this device that a shared one was made of, whatever became of its name and columns since; else the newest of its name. */
export const originalOf = (
  dataSets: readonly DataSet[],
  source: SharedSource,
): DataSet | undefined =>
  dataSets.find((dataSet) => isOriginal(source, dataSet)) ??
  dataSets
    .filter((dataSet) => isNamed(source, dataSet))
    .toSorted((a, b) => b.addedAt - a.addedAt)[0];

/**
 * Whether the file of this device changed since this copy of it was shared. A copy that somebody else's file was given for is not told
 * from; one whose reading was changed for everybody has other columns and rows on purpose.
 */
export function isBehind(source: SharedSource, dataSet: DataSet): boolean {
  const { original, bytes, revision } = source.details;
  if (original !== undefined && !isOriginal(source, dataSet)) return false;
  if (original === undefined ? bytes !== bytesOf(dataSet) : original !== contentName(dataSet))
    return true;
  return revision === undefined && (source.rows !== dataSet.rows || columnsDiffer(source, dataSet));
}

/** Whether a copy is known to hold what the file of this device holds, read the same way. */
export const isCurrent = (source: SharedSource, dataSet: DataSet): boolean =>
  source.details.original === contentName(dataSet) &&
  source.details.revision === undefined &&
  !isBehind(source, dataSet);

const says = (all: readonly { name: string; kind: string }[]): string =>
  all.map(({ name, kind }) => `${kind} ${name}`).join("\n");

function columnsDiffer({ columns }: SharedSource, dataSet: DataSet): boolean {
  return says(columns) !== says(describedColumns(dataSet));
}

/** The shared copies of a file of this device; of those that do not tell what they were made of, what `person` shared under its name. */
export const copiesOf = (
  sources: readonly SharedSource[],
  dataSet: DataSet,
  person: string | undefined,
): SharedSource[] =>
  sources.filter((source) =>
    source.details.original === undefined
      ? source.createdBy === person && isNamed(source, dataSet)
      : isOriginal(source, dataSet),
  );
