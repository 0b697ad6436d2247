import type { QueryClient } from "@tanstack/solid-query";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { tableName } from "#domain/analytics/sql/quote.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { api } from "#web/lib/api.ts";
import { describedColumns, LETTERS } from "./described-columns.ts";
import { findOnDevice } from "./find-on-device.ts";
import { sourcesQuery } from "./queries.ts";

/** What a person calls a file: its name without the ending. */
const stem = (fileName: string): string => fileName.replace(/\.[^.]{1,8}$/, "") || fileName;

/** What the server is told of a file: its name and columns, never a row. */
function described(dataSet: DataSet, taken: readonly string[]) {
  return {
    kind: "device" as const,
    title: stem(dataSet.fileName).slice(0, LETTERS),
    table: tableName(dataSet.fileName, taken),
    details: { fileName: dataSet.fileName.slice(-LETTERS) },
    columns: describedColumns(dataSet),
    rows: dataSet.rows,
  };
}

/**
 * Adds a file of this device to a workspace, or finds the source that was made of it before.
 * Errors: those of `post /data-sources`.
 */
export async function addDeviceSource(
  queries: QueryClient,
  dataSet: DataSet,
  workspaceId: string,
): Promise<SourceView> {
  const sources = await queries.fetchQuery({ ...sourcesQuery(workspaceId), staleTime: 0 });
  const same = sources.find(
    (source) =>
      source.kind === "device" &&
      findOnDevice([dataSet], { columns: source.columns, fileName: source.details.fileName }),
  );
  if (same !== undefined) return same;
  const taken = sources.map(({ table }) => table);
  const body = { ...described(dataSet, taken), workspaceId };
  const source = await api("post /data-sources", { body });
  await queries.invalidateQueries({ queryKey: ["sources"] });
  return source;
}

/** The name of a workspace that is made of a file. */
export const workspaceTitle = ({ fileName }: DataSet): string => stem(fileName).slice(0, 200);

/** Makes a workspace that holds a file, and is named after it unless told. Errors: those of both routes. */
export async function workspaceOfFile(
  queries: QueryClient,
  dataSet: DataSet,
  fields: { title: string; description?: string } = { title: workspaceTitle(dataSet) },
): Promise<SourceView> {
  const { id } = await api("post /workspaces", { body: fields });
  await queries.invalidateQueries({ queryKey: ["workspaces"] });
  return addDeviceSource(queries, dataSet, id);
}

/** Where a source is shown. */
export const sourceAddress = ({ workspaceId, id }: SourceView): string =>
  `/analytics/w/${workspaceId}?source=${id}`;

/**
 * Adds a file to a workspace, or to a new one of its name.
 * @param target the workspace's id, or "new".
 * @returns the address where it is shown. Errors: those of the routes.
 */
export async function bringTo(
  queries: QueryClient,
  dataSet: DataSet,
  target: string,
): Promise<string> {
  return sourceAddress(
    await (target === "new"
      ? workspaceOfFile(queries, dataSet)
      : addDeviceSource(queries, dataSet, target)),
  );
}
