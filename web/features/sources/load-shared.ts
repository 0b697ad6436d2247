import { withUnits } from "#domain/analytics/profile.ts";
import { DataSet, partsOf } from "#domain/analytics/data-set.ts";
import { reopenFile } from "#web/features/analytics/engine/open-file.ts";
import { readParts, type PartFile } from "#web/features/analytics/engine/read-parts.ts";
import { api, download } from "#web/lib/api.ts";
import type { Loader } from "./loaders.ts";

/** What was given to the organization: how it is read, and its files, in their order. Errors: those of both routes. */
export async function sharedFiles(
  id: string,
  signal?: AbortSignal,
): Promise<{ dataSet: DataSet; files: Blob[] }> {
  const [{ reading }, bytes] = await Promise.all([
    api("get /data-sources/{id}/reading", { params: { id }, ...(signal ? { signal } : {}) }),
    download(`/data-sources/${id}/file`, signal),
  ]);
  const dataSet = DataSet.parse(JSON.parse(reading));
  let at = 0;
  const files = partsOf(dataSet).map(({ size }) => bytes.slice(at, (at += size)));
  return { dataSet, files };
}

/** Fetches what was given to the organization and reads it as whoever shared it did: all its files, and all steps. */
export const loadShared: Loader<"shared"> = async (
  { id },
  { library, table, signal, onProgress },
) => {
  const { dataSet, files } = await sharedFiles(id, signal);
  const parts: PartFile[] = [];
  for (const [at, part] of partsOf(dataSet).entries()) {
    const text = await reopenFile(files[at] ?? new Blob(), part.reading.source, signal);
    parts.push({ fileName: part.fileName, reading: part.reading, text });
  }
  const { origin, profiles } = dataSet;
  const { rows } = await library.keeper.use((engine) =>
    readParts(engine, parts, { table, origin, signal, onProgress }),
  );
  return { table, rows, profiles: withUnits(profiles, dataSet.reading) };
};
