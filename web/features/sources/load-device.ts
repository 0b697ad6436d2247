import { withUnits } from "#domain/analytics/profile.ts";
import { findOnDevice } from "./find-on-device.ts";
import type { Loader } from "./loaders.ts";
import { SourceAbsent } from "./source-state.ts";

/** Reads the file of this device that the source was made of. Throws SourceAbsent where it lies on another. */
export const loadDevice: Loader<"device"> = async (source, { library, signal, onProgress }) => {
  const { columns, details } = source;
  const found = findOnDevice(await library.list(), { columns, fileName: details.fileName });
  if (found === undefined) throw new SourceAbsent(details.fileName);
  await library.load(found, { signal, onProgress });
  return {
    table: found.table,
    rows: found.rows,
    profiles: withUnits(found.profiles, found.reading),
  };
};
