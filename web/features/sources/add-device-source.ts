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

/** Makes a workspace that is named after a file and holds it. Errors: those of both routes. */
async function workspaceOfFile(queries: QueryClient, dataSet: DataSet): Promise<SourceView> {
  const title = stem(dataSet.fileName).slice(0, 200);
  const { id } = await api("post /workspaces", { body: { title } });
  await queries.invalidateQueries({ queryKey: ["workspaces"] });
  return addDeviceSource(queries, dataSet, id);
}

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
  const add = target === "new" ? workspaceOfFile : addDeviceSource;
  const { workspaceId, id } = await add(queries, dataSet, target);
  return `/analytics/w/${workspaceId}?source=${id}`;
}
