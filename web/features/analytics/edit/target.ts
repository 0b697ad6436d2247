import type { QueryClient } from "@tanstack/solid-query";
import { partsOf, type DataSet } from "#domain/analytics/data-set.ts";
import type { FileRead } from "#web/features/analytics/file-read.ts";
import type { Reopened } from "#web/features/analytics/import/reopened.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { files } from "#web/features/analytics/store/files.ts";
import {
  sourcesOfFile,
  tellSources,
  type ChangingSource,
} from "#web/features/sources/affected/file-sources.ts";

/** What is read otherwise: a file of this device, or one that was given to the organization. */
export interface EditTarget extends Reopened {
  /** Tables of workspaces that are made of it. */
  sources: readonly ChangingSource[];
  /** Keeps what was read; answers the way back, which holds for ten seconds. */
  save: (read: FileRead) => Promise<() => Promise<void>>;
}

export const UNDO_MS = 10_000;

/**
 * A file of this device. `onUntold` hears why sources of workspaces could not be told, which does not undo the change. Null when there is no
 * such file; throws FileGone.
 */
export async function deviceTarget(
  library: Library,
  queries: QueryClient,
  id: string,
  onUntold: (error: unknown) => void,
): Promise<EditTarget | null> {
  const dataSet = await library.find(id);
  if (dataSet === undefined) return null;
  const [sources, ...blobs] = await Promise.all([
    // Without a network it can be changed all the same; its sources are looked for again when they are opened.
    sourcesOfFile(library, dataSet).catch(() => []),
    ...partsOf(dataSet).map(({ file }) => files.read(library.scope, file)),
  ]);
  const tell = (now: DataSet) => tellSources(queries, sources, now).catch(onUntold);
  return {
    dataSet,
    files: blobs,
    sources,
    async save(read) {
      const after = await library.reread(dataSet, read);
      await tell(after);
      const back = library.settle(dataSet, after, UNDO_MS);
      return async () => tell(await back());
    },
  };
}
