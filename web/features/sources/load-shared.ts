import { DataSet } from "#domain/analytics/data-set.ts";
import { importFile } from "#web/features/analytics/engine/import.ts";
import { reopenFile } from "#web/features/analytics/engine/open-file.ts";
import { api, download } from "#web/lib/api.ts";
import type { Loader } from "./loaders.ts";

/** Fetches a file that was given to the organization and reads it as whoever shared it did. */
export const loadShared: Loader<"shared"> = async (
  { id },
  { library, table, signal, onProgress },
) => {
  const [{ reading }, bytes] = await Promise.all([
    api("get /data-sources/{id}/reading", { params: { id }, ...(signal ? { signal } : {}) }),
    download(`/data-sources/${id}/file`, signal),
  ]);
  const dataSet = DataSet.parse(JSON.parse(reading));
  const file = await reopenFile(bytes, dataSet.reading.source, signal);
  await library.keeper.use((engine) =>
    importFile(engine, file, dataSet.reading, { table, signal, onProgress }),
  );
  return { table, rows: dataSet.rows, profiles: dataSet.profiles };
};
