import { newDataSetId, type DataSet } from "#domain/analytics/data-set.ts";
import { quoteIdentifier, tableName } from "#domain/analytics/sql/quote.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import { cleanTable } from "./engine/apply-steps.ts";
import { importFile } from "./engine/import.ts";
import type { RepairedImport } from "./engine/import-repaired.ts";
import type { EngineKeeper } from "./engine/keeper.ts";
import { reopenFile } from "./engine/open-file.ts";
import { profileTable } from "./engine/profile.ts";
import { dataSets } from "./store/data-sets.ts";
import { files } from "./store/files.ts";

export interface LoadOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

/** The data sets of one person in one organization: kept on the device, loaded into the engine when asked for. */
export interface Library {
  scope: string;
  keeper: EngineKeeper;
  list(): Promise<DataSet[]>;
  find(id: string): Promise<DataSet | undefined>;
  /** Makes the data set's table exist in the engine, reading the file again when it does not. */
  load(dataSet: DataSet, options?: LoadOptions): Promise<void>;
  /** Keeps an imported file under a name of its own. `staging` is the table that the import made, `columns` are what it has after its steps. */
  add(
    file: File,
    imported: RepairedImport,
    staging: string,
    columns: readonly StepColumn[],
  ): Promise<DataSet>;
  update(dataSet: DataSet): Promise<void>;
  /**
   * Takes a data set out of the list at once and off the device after that many milliseconds, or on the next visit when the page is
   * closed before. Answers how to undo it till then.
   */
  removeAfter(dataSet: DataSet, ms: number): Promise<() => Promise<void>>;
}

export function createLibrary(scope: string, keeper: EngineKeeper): Library {
  const loaded = new Map<string, { generation: number; done: Promise<void> }>();
  const markLoaded = (id: string, done: Promise<void>): void => {
    loaded.set(id, { generation: keeper.generation(), done });
    done.catch(() => loaded.delete(id));
  };

  async function read(dataSet: DataSet, options: LoadOptions): Promise<void> {
    const raw = await files.read(scope, dataSet.id);
    const file = await reopenFile(raw, dataSet.reading.source, options.signal);
    await keeper.use(async (engine) => {
      await importFile(engine, file, dataSet.reading, { table: dataSet.table, ...options });
      await cleanTable(engine, dataSet.table, dataSet.reading, options.signal);
    });
  }

  async function remove(id: string, table: string): Promise<void> {
    loaded.delete(id);
    await files.remove(scope, id);
    await dataSets.remove(scope, id);
    if (!keeper.running()) return;
    await keeper
      .use((engine) => engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`))
      .catch(() => undefined);
  }

  // The page may have been closed before the time of some had come.
  async function removeLeft(): Promise<void> {
    for (const id of await dataSets.left(scope, Date.now())) {
      await files.remove(scope, id);
      await dataSets.remove(scope, id);
    }
  }

  return {
    scope,
    keeper,
    async list() {
      await removeLeft();
      return dataSets.list(scope);
    },
    find: (id) => dataSets.read(scope, id),
    async load(dataSet, options = {}) {
      await keeper.engine();
      const known = loaded.get(dataSet.id);
      if (known?.generation === keeper.generation()) return known.done;
      const done = read(dataSet, options);
      markLoaded(dataSet.id, done);
      return done;
    },
    async add(file, imported, staging, columns) {
      const table = tableName(file.name, await dataSets.tables(scope));
      const profiles = await keeper.use(async (engine) => {
        await engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`);
        await engine.run(
          `ALTER TABLE ${quoteIdentifier(staging)} RENAME TO ${quoteIdentifier(table)}`,
        );
        return profileTable(engine, table, columns);
      });
      const dataSet: DataSet = {
        id: newDataSetId(crypto.getRandomValues(new Uint8Array(12))),
        table,
        fileName: file.name,
        size: file.size,
        rows: imported.rows,
        rejected: imported.rejected + imported.swallowed.lines,
        ms: imported.ms,
        addedAt: Date.now(),
        reading: imported.reading,
        profiles,
        sql: null,
      };
      await files.write(scope, dataSet.id, file);
      try {
        await dataSets.write(scope, dataSet);
      } catch (error) {
        await files.remove(scope, dataSet.id);
        throw error;
      }
      markLoaded(dataSet.id, Promise.resolve());
      return dataSet;
    },
    update: async (dataSet) => void (await dataSets.write(scope, dataSet)),
    async removeAfter(dataSet, ms) {
      await dataSets.leave(scope, dataSet, Date.now() + ms);
      const timer = setTimeout(() => void remove(dataSet.id, dataSet.table), ms);
      return async () => {
        clearTimeout(timer);
        await dataSets.write(scope, dataSet);
      };
    },
  };
}
