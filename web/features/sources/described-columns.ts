import type { DataSet } from "#domain/analytics/data-set.ts";
import type { SourceColumn } from "#domain/sources/model.ts";

/** Longest name of a file or a column that the server keeps. */
export const LETTERS = 300;
const COLUMNS = 1_000;

/** The columns of a file as the server is told them, with what people said of those that it has of these. */
export const describedColumns = (
  { profiles }: Pick<DataSet, "profiles">,
  known: readonly SourceColumn[] = [],
): SourceColumn[] =>
  profiles
    .filter(({ name }) => name.length <= LETTERS)
    .slice(0, COLUMNS)
    .map(({ name, kind }) => {
      const description = known.find((column) => column.name === name)?.description;
      return { name, kind, ...(description === undefined ? {} : { description }) };
    });
