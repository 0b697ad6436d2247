import { DataSet, partsOf } from "#domain/analytics/data-set.ts";
import { reopenFile } from "#web/features/analytics/engine/open-file.ts";
import { readParts, type PartFile } from "#web/features/analytics/engine/read-parts.ts";
import { api, download } from "#web/lib/api.ts";
import type { Loader } from "./loaders.ts";

/** Fetches what was given to the organization and reads it as whoever shared it did: all its files, and all steps. */
export const loadShared: Loader<"shared"> = async (
  { id },
  { library, table, signal, onProgress },
) => {
  const [{ reading }, bytes] = await Promise.all([
    api("get /data-sources/{id}/reading", { params: { id }, ...(signal ? { signal } : {}) }),
    download(`/data-sources/${id}/file`, signal),
  ]);
  const dataSet = DataSet.parse(JSON.parse(reading));
  const parts: PartFile[] = [];
  let at = 0;
  for (const part of partsOf(dataSet)) {
    const raw = bytes.slice(at, at + part.size);
    at += part.size;
    const text = await reopenFile(raw, part.reading.source, signal);
    parts.push({ fileName: part.fileName, reading: part.reading, text });
  }
  const { origin, profiles } = dataSet;
  const { rows } = await library.keeper.use((engine) =>
    readParts(engine, parts, { table, origin, signal, onProgress }),
  );
  return { table, rows, profiles };
};
