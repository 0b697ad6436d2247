import type { QueryClient } from "@tanstack/solid-query";
import { DataSet } from "#domain/analytics/data-set.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { readAs } from "#web/features/analytics/file-read.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { describedColumns } from "#web/features/sources/described-columns.ts";
import { sharedFiles } from "#web/features/sources/load-shared.ts";
import { api } from "#web/lib/api.ts";
import type { EditTarget } from "./target.ts";

/** A file that was given to the organization: its new reading holds for everybody. Errors: those of its routes. */
export async function sharedTarget(
  library: Library,
  queries: QueryClient,
  id: string,
): Promise<EditTarget> {
  const [source, { dataSet, files }] = await Promise.all([
    api("get /data-sources/{id}", { params: { id } }),
    sharedFiles(id),
  ]);
  async function revise(version: number, now: DataSet): Promise<SourceView> {
    const columns = describedColumns(now, source.columns);
    const reading = JSON.stringify(DataSet.parse({ ...now, sql: null }));
    const answer = await api("put /data-sources/{id}/reading", {
      params: { id },
      body: { version, reading, columns, rows: now.rows },
    });
    await queries.invalidateQueries({ queryKey: ["sources"] });
    return answer;
  }
  return {
    dataSet,
    files,
    isShared: true,
    sources: [source],
    async save(read) {
      const profiles = await read.profiles;
      // On the version that was opened: whoever changed it meanwhile is not overtaken.
      const { version } = await revise(source.version, readAs(dataSet, read, profiles));
      return async () => void (await revise(version, dataSet));
    },
  };
}
