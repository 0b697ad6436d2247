import type { QueryClient } from "@tanstack/solid-query";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import { affectedBy, type Affected } from "#domain/sources/affected.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { textsThatFit } from "#web/features/analytics/engine/texts-that-fit.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { describedColumns } from "#web/features/sources/described-columns.ts";
import { findOnDevice } from "#web/features/sources/find-on-device.ts";
import { sourcesQuery } from "#web/features/sources/queries.ts";
import { api } from "#web/lib/api.ts";
import { everyPage } from "#web/lib/every-page.ts";
import { session } from "#web/lib/session.ts";
import { savedTexts } from "./saved-texts.ts";

/** A source that was made of a file of this device. */
export type FileSource = Extract<SourceView, { kind: "device" }>;

/** A table of a workspace whose columns may change. */
export type ChangingSource = Pick<SourceView, "id" | "workspaceId" | "table" | "columns">;

/** The sources, in whatever workspace, whose rows are those of this file. None for whoever may not read them. */
export async function sourcesOfFile(library: Library, dataSet: DataSet): Promise<FileSource[]> {
  if (!session.can("analytics.read")) return [];
  const [all, files] = await Promise.all([
    everyPage((next) => api("get /data-sources", { query: next })),
    library.list(),
  ]);
  return all.filter((source): source is FileSource => {
    if (source.kind !== "device") return false;
    const { columns, details } = source;
    return findOnDevice(files, { columns, fileName: details.fileName })?.id === dataSet.id;
  });
}

/** What in the workspaces of these sources no longer fits once their columns are `after`. Nothing is changed. */
export async function findAffected(
  queries: QueryClient,
  library: Library,
  sources: readonly ChangingSource[],
  after: readonly StepColumn[],
): Promise<Affected[]> {
  const found = sources.map(async ({ id, workspaceId, table, columns }) => {
    const [texts, all] = await Promise.all([
      savedTexts(queries, workspaceId),
      queries.fetchQuery({ ...sourcesQuery(workspaceId), staleTime: 0 }),
    ]);
    const others = all.filter((source) => source.id !== id);
    const sql = texts.map((text) => text.sql);
    return library.keeper.use(async (engine) => {
      const fits = {
        before: await textsThatFit(engine, [...others, { table, columns }], sql),
        after: await textsThatFit(engine, [...others, { table, columns: after }], sql),
      };
      return affectedBy(texts, fits, { table, before: columns, after });
    });
  });
  return (await Promise.all(found)).flat();
}

/** Tells the records of a file's sources its columns and rows as they are now. Errors: those of `patch /data-sources/{id}`. */
export async function tellSources(
  queries: QueryClient,
  sources: readonly FileSource[],
  dataSet: DataSet,
): Promise<void> {
  for (const { id, columns: known } of sources.filter(({ can }) => can.write)) {
    const { version } = await api("get /data-sources/{id}", { params: { id } });
    const changes = { columns: describedColumns(dataSet, known), rows: dataSet.rows };
    await api("patch /data-sources/{id}", { params: { id }, body: { version, changes } });
  }
  await queries.invalidateQueries({ queryKey: ["sources"] });
}
