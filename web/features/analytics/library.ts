import { newDataSetId, partsOf, renamed, type DataSet } from "#domain/analytics/data-set.ts";
import type { Reading } from "#domain/analytics/reading.ts";
import { quoteIdentifier, tableName } from "#domain/analytics/sql/quote.ts";
import type { Engine } from "./engine/engine.ts";
import { restoring, type EngineKeeper } from "./engine/keeper.ts";
import { reopenFile } from "./engine/open-file.ts";
import { readParts, type PartFile, type ReadParts } from "./engine/read-parts.ts";
import { profileTable } from "./engine/profile.ts";
import { areSameBytes } from "./data-set/same-bytes.ts";
import { readAs, type FileRead } from "./file-read.ts";
import { dataSets } from "./store/data-sets.ts";
import { files } from "./store/files.ts";

export interface LoadOptions {
  signal?: AbortSignal | undefined;
  /** The share that is there, 0 to 1, below 0 while nobody knows; rows where they are counted. */
  onProgress?: ((share: number, rows?: number) => void) | undefined;
}

/** The data sets of one person in one organization: kept on the device, loaded into the engine when asked for. */
export interface Library {
  scope: string;
  /** Runs work on the engine; after a loss the tables of what was loaded are there again. */
  keeper: EngineKeeper;
  list(): Promise<DataSet[]>;
  find(id: string): Promise<DataSet | undefined>;
  /** Makes the data set's table exist in the engine, reading the file again when it does not. */
  load(dataSet: DataSet, options?: LoadOptions): Promise<void>;
  /** Keeps a file that was read under a name of its own, `name`. */
  add(file: Blob, name: string, read: FileRead): Promise<DataSet>;
  /** The name of a file of the data set that holds the same as this one, byte for byte. */
  held(dataSet: DataSet, file: Blob): Promise<string | undefined>;
  /** Remembers what was asked of a data set last. */
  keepSql(id: string, sql: string): Promise<void>;
  /** Calls a data set otherwise. Its name in SQL stays. */
  rename(dataSet: DataSet, name: string): Promise<DataSet>;
  /** Puts the rows of another file below; `origin` names a column for the names of the files, if there is to be one. */
  append(
    dataSet: DataSet,
    file: File,
    reading: Reading,
    origin: string | undefined,
  ): Promise<DataSet>;
  /**
   * Puts another file in the place of all that it had; its name in SQL, its steps and its SQL stay. The files that it had stay on the
   * device until `settle`.
   */
  replace(dataSet: DataSet, file: File, reading: Reading): Promise<DataSet>;
  /** Keeps a data set as its files were read anew: what was read takes the place of its table. */
  reread(dataSet: DataSet, read: FileRead): Promise<DataSet>;
  /** Takes files that a change left without use off the device after that many milliseconds. Answers how to go back till then. */
  settle(before: DataSet, after: DataSet, ms: number): () => Promise<DataSet>;
  /**
   * Takes a data set out of the list at once and off the device after that many milliseconds, or on the next visit when the page is
   * closed before. Answers how to undo it till then.
   */
  removeAfter(dataSet: DataSet, ms: number): Promise<() => Promise<void>>;
}

/** Gives a table a name; one that had it goes. */
async function rename(engine: Engine, from: string, to: string): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(to)}`);
  await engine.run(`ALTER TABLE ${quoteIdentifier(from)} RENAME TO ${quoteIdentifier(to)}`);
}

const suffix = (): string => crypto.randomUUID().slice(0, 8);

export function createLibrary(scope: string, keeper: EngineKeeper): Library {
  const loaded = new Map<string, { dataSet: DataSet; generation: number; done: Promise<void> }>();
  const markLoaded = (dataSet: DataSet, done: Promise<void>): void => {
    loaded.set(dataSet.id, { dataSet, generation: keeper.generation(), done });
    done.catch(() => loaded.delete(dataSet.id));
  };
  /** After a loss: one after another, so that their files are not all in memory at once. */
  async function reload(): Promise<void> {
    for (const { dataSet, generation } of loaded.values()) {
      if (generation !== keeper.generation()) await load(dataSet).catch(() => undefined);
    }
  }

  async function readAll(dataSet: DataSet, options: LoadOptions): Promise<ReadParts> {
    const { table, origin } = dataSet;
    const parts: PartFile[] = [];
    for (const { fileName, reading, file } of partsOf(dataSet)) {
      const raw = await files.read(scope, file);
      parts.push({
        fileName,
        reading,
        text: await reopenFile(raw, reading.source, options.signal),
      });
    }
    return keeper.use((engine) => readParts(engine, parts, { table, origin, ...options }));
  }

  /** Drops the files of one that the other does not have. */
  async function drop(from: DataSet, but: DataSet): Promise<void> {
    const used = new Set(partsOf(but).map(({ file }) => file));
    for (const { file } of partsOf(from)) if (!used.has(file)) await files.drop(scope, file);
  }

  // Its SQL may have been written since it was read.
  const latest = async (dataSet: DataSet): Promise<DataSet> =>
    (await dataSets.read(scope, dataSet.id)) ?? dataSet;

  /** Keeps a data set whose files changed; `fresh` is the key of the new file, which goes when that fails. */
  async function changed(next: DataSet, fresh: string, file: File): Promise<DataSet> {
    await files.write(scope, fresh, file);
    try {
      const read = await readAll(next, {});
      const profiles = await keeper.use((engine) => profileTable(engine, next.table, read.columns));
      const { rows, rejected, ms } = read;
      const done = { ...next, rows, rejected, ms, profiles };
      await dataSets.write(scope, done);
      markLoaded(done, Promise.resolve());
      return done;
    } catch (error) {
      loaded.delete(next.id);
      await files.drop(scope, fresh);
      throw error;
    }
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

  async function load(dataSet: DataSet, options: LoadOptions = {}): Promise<void> {
    await keeper.engine();
    const known = loaded.get(dataSet.id);
    if (known?.generation === keeper.generation()) return known.done;
    const done = readAll(dataSet, options).then(() => undefined);
    markLoaded(dataSet, done);
    return done;
  }

  return {
    scope,
    keeper: restoring(keeper, reload),
    async list() {
      await removeLeft();
      return dataSets.list(scope);
    },
    find: (id) => dataSets.read(scope, id),
    load,
    async add(file, name, { imported, table: staging, profiles: profiling }) {
      const table = tableName(name, await dataSets.tables(scope));
      const id = newDataSetId(crypto.getRandomValues(new Uint8Array(12)));
      // The disk and the engine work beside each other.
      const written = files.write(scope, id, file);
      written.catch(() => undefined);
      try {
        const profiles = await profiling;
        await keeper.use((engine) => rename(engine, staging, table));
        await written;
        const dataSet: DataSet = {
          id,
          table,
          fileName: name,
          size: file.size,
          rows: imported.rows,
          rejected: imported.rejected + imported.swallowed.lines,
          ms: imported.ms,
          addedAt: Date.now(),
          reading: imported.reading,
          profiles,
          sql: null,
        };
        await dataSets.write(scope, dataSet);
        markLoaded(dataSet, Promise.resolve());
        return dataSet;
      } catch (error) {
        await written.catch(() => undefined);
        await files.remove(scope, id);
        throw error;
      }
    },
    async held(dataSet, file) {
      for (const part of partsOf(dataSet))
        // One that is gone is told where it is read.
        if (
          part.size === file.size &&
          (await files.read(scope, part.file).then(
            (own) => areSameBytes(own, file),
            () => false,
          ))
        )
          return part.fileName;
      return undefined;
    },
    async append(known, file, reading, origin) {
      const dataSet = await latest(known);
      const fresh = `${dataSet.id}.${suffix()}`;
      const part = { fileName: file.name, size: file.size, reading, file: fresh };
      const more = [...(dataSet.more ?? []), part];
      return changed({ ...dataSet, more, ...(origin && { origin }) }, fresh, file);
    },
    async replace(known, file, reading) {
      const dataSet = await latest(known);
      const fresh = `${dataSet.id}.${suffix()}`;
      const { more: _, origin: __, ...rest } = dataSet;
      const { steps } = dataSet.reading;
      const next = { ...renamed(rest, file.name), size: file.size, file: fresh };
      return changed(
        {
          ...next,
          reading: { ...reading, ...(steps && { steps }) },
        },
        fresh,
        file,
      );
    },
    async reread(known, read) {
      const dataSet = await latest(known);
      try {
        const profiles = await read.profiles;
        await keeper.use((engine) => rename(engine, read.table, dataSet.table));
        const done = readAs(dataSet, read, profiles);
        await dataSets.write(scope, done);
        markLoaded(done, Promise.resolve());
        return done;
      } catch (error) {
        loaded.delete(dataSet.id);
        throw error;
      }
    },
    settle(before, after, ms) {
      const timer = setTimeout(() => void drop(before, after), ms);
      return async () => {
        clearTimeout(timer);
        const { sql } = await latest(after);
        const back = { ...before, sql };
        await dataSets.write(scope, back);
        loaded.delete(back.id);
        await drop(after, back);
        return back;
      };
    },
    async rename(known, name) {
      const next = renamed(await latest(known), name);
      await dataSets.write(scope, next);
      return next;
    },
    keepSql: async (id, sql) =>
      void (await dataSets.change(scope, id, (dataSet) => ({ ...dataSet, sql }))),
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
