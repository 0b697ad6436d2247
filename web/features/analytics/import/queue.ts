import { createSignal } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { columnChanges } from "#domain/analytics/parts/changes.ts";
import { waiting } from "#web/features/analytics/current-library.ts";
import { findChange } from "#web/features/analytics/data-set/change-file.ts";
import { openFile, sniffFile } from "#web/features/analytics/engine/open-file.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import type { Import } from "./import-state.ts";

/** The files that were dropped together with the one that is being read. */
export function createQueue(library: Library, job: Import, nameOf: (position: number) => string) {
  const t = useTexts();
  const [files, setFiles] = createSignal(waiting.all());
  const take = (rest: readonly File[]): void => {
    waiting.put(rest);
    setFiles(rest);
  };

  // Named alike, in any order: kinds may differ, the table holds what holds both.
  async function isSame(file: File): Promise<boolean> {
    const columns = job.state.detected?.columns ?? [];
    try {
      const { reading } = await sniffFile(await openFile(file), {}, nameOf);
      const { added, gone } = columnChanges(columns, reading.columns);
      return added.length + gone.length === 0;
    } catch {
      return false;
    }
  }
  let compared: Promise<boolean> = Promise.resolve(false);
  const [alike] = createResource(
    () => files().length > 0 && job.state.detected !== undefined && files(),
    (others) => (compared = Promise.all(others.map(isSame)).then((same) => same.every(Boolean))),
  );

  return {
    files,
    /** True once all of them are known to have the columns of the one that is read. */
    same: () => files().length > 0 && alike() === true,
    /** Waits until they are compared: whoever goes on at once means the same as whoever waits. */
    compared: () => compared,
    /** Puts the rows of all of them below; one that does not read after all stays in the queue. */
    async joined(dataSet: DataSet): Promise<DataSet> {
      let whole = dataSet;
      const left: File[] = [];
      for (const file of files()) {
        try {
          const { reading } = await findChange(library, whole, file, { nameOf });
          whole = await library.append(whole, file, reading, t().analytics.files.originColumn);
        } catch {
          left.push(file);
        }
      }
      take(left);
      return whole;
    },
    /** The next one to read, which leaves the queue. */
    next(): File | undefined {
      const [first, ...rest] = files();
      take(rest);
      return first;
    },
  };
}
