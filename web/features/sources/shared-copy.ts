import { bytesOf, partsOf, type DataSet } from "#domain/analytics/data-set.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { describedColumns } from "./add-device-source.ts";
import { findOnDevice } from "./find-on-device.ts";

/** A file that was given to the organization. */
export type SharedSource = Extract<SourceView, { kind: "shared" }>;

/** Names the content of a data set: each file that replaces or is added lies under a key of its own. */
export const contentName = (dataSet: DataSet): string =>
  partsOf(dataSet)
    .map(({ file }) => file)
    .join(" ");

const isOriginal = ({ details }: SharedSource, { id }: DataSet): boolean =>
  details.original?.startsWith(id) === true;

/** The file of this device that a shared one was made of, whatever became of its name and columns since; else one like it. */
export function originalOf(
  dataSets: readonly DataSet[],
  source: SharedSource,
): DataSet | undefined {
  const { columns, details } = source;
  return (
    dataSets.find((dataSet) => isOriginal(source, dataSet)) ??
    findOnDevice(dataSets, { columns, fileName: details.fileName })
  );
}

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

function columnsDiffer({ columns }: SharedSource, dataSet: DataSet): boolean {
  const says = (all: readonly { name: string; kind: string }[]): string =>
    all.map(({ name, kind }) => `${kind} ${name}`).join("\n");
  return says(columns) !== says(describedColumns(dataSet));
}

/** The shared copies of a file of this device: those given from here, and those of its name that `person` shared elsewhere. */
export const copiesOf = (
  sources: readonly SharedSource[],
  dataSet: DataSet,
  person: string | undefined,
): SharedSource[] =>
  sources.filter(
    (source) =>
      isOriginal(source, dataSet) ||
      (source.createdBy === person && originalOf([dataSet], source) !== undefined),
  );
