import { createStore, reconcile } from "solid-js/store";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { restoring, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { Library, LoadOptions } from "#web/features/analytics/library.ts";
import { createAnswers, type Answers } from "./answers.ts";
import { LOADERS, type Loaded, type Loader } from "./loaders.ts";
import { SourceAbsent, SourceUnreadable, type SourceState } from "./source-state.ts";
import { keeperIn, schemaOf } from "./workspace-keeper.ts";

/** The sources of one workspace as tables of the engine. */
export interface SourceTables {
  /** Runs reads that call sources by their names in this workspace. */
  keeper: EngineKeeper;
  answers: Answers;
  state(id: string): SourceState;
  /**
   * Makes the source readable under its name, at once where it is so already. Throws SourceAbsent for a file of another device,
   * SourceUnreadable, AbortError, and what its loader throws; the state says the same.
   */
  load(source: SourceView, options?: LoadOptions): Promise<void>;
  /** Reads the source anew on the next load. */
  forget(id: string): void;
  /** Breaks off the reading of a source: whoever waits for it gets an AbortError. Rows that were read before stay. */
  stop(id: string): void;
}

interface Known {
  source: SourceView;
  generation: number;
  /** What the rows depend on: anything else of a source may change without reading it again. */
  origin: string;
  loaded: Promise<Loaded>;
  name: string | undefined;
  end: AbortController;
}

/** A file of this device is told anew by its version: what is in it may have changed, and costs nothing to look at. */
const originOf = ({ kind, details, version }: SourceView): string =>
  JSON.stringify([kind, details, kind === "device" ? version : 0]);

/** The sources of a workspace in a library's engine. */
export function createSourceTables(library: Library, workspaceId: string): SourceTables {
  const known = new Map<string, Known>();
  /** The last reading of each source: the next one begins when it has ended, as both would write the same tables. */
  const readings = new Map<string, Promise<unknown>>();
  /** Stopped before their reading began, as the engine was still on its way. */
  const stopping = new Set<string>();
  const [states, setStates] = createStore<Record<string, SourceState>>({});
  const schema = quoteIdentifier(schemaOf(workspaceId));
  const answers = createAnswers();
  const say = (id: string, state: SourceState): void => {
    // A source that is readable is told to be so whenever somebody asks for it; its rows change with anything else.
    if (state.kind !== "ready" || states[id]?.kind !== "ready") answers.forget();
    setStates(id, reconcile(state));
  };

  const view = (table: string): string => `${schema}.${quoteIdentifier(table)}`;

  async function read(source: SourceView, options: LoadOptions): Promise<Loaded> {
    const loader = (await LOADERS[source.kind]?.()) as Loader<SourceView["kind"]> | undefined;
    if (loader === undefined) throw new SourceUnreadable(source.kind);
    options.signal?.throwIfAborted();
    const onProgress = (share: number, rows?: number): void => {
      if (options.signal?.aborted !== true)
        say(source.id, { kind: "loading", share: share < 0 ? undefined : share, rows });
      options.onProgress?.(share, rows);
    };
    return loader(source, { library, table: source.id, ...options, onProgress });
  }

  /** Gives the rows their name; one that they had before goes. */
  async function name(source: SourceView, entry: Known, loaded: Loaded): Promise<void> {
    const old = entry.name;
    await library.keeper.use(async (engine) => {
      await engine.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      if (old !== undefined && old !== source.table)
        await engine.run(`DROP VIEW IF EXISTS ${view(old)}`);
      await engine.run(
        `CREATE OR REPLACE VIEW ${view(source.table)} AS SELECT * FROM main.${quoteIdentifier(loaded.table)}`,
      );
    });
    entry.name = source.table;
  }

  /** What is known of a source in the engine that runs now; read anew where another one ran then, or its rows come from elsewhere. */
  async function entryOf(source: SourceView, options: LoadOptions): Promise<Known> {
    await library.keeper.engine();
    const generation = library.keeper.generation();
    const origin = originOf(source);
    const found = known.get(source.id);
    if (found?.generation === generation && found.origin === origin) return found;
    const end = new AbortController();
    if (stopping.delete(source.id)) end.abort(new DOMException("stopped", "AbortError"));
    else say(source.id, { kind: "loading", share: undefined });
    const signal = options.signal ? AbortSignal.any([options.signal, end.signal]) : end.signal;
    const before = readings.get(source.id) ?? Promise.resolve();
    const loaded = before.then(() => {
      signal.throwIfAborted();
      return read(source, { ...options, signal });
    });
    readings.set(
      source.id,
      loaded.catch(() => undefined),
    );
    const entry = { source, generation, origin, loaded, name: undefined, end };
    known.set(source.id, entry);
    return entry;
  }

  async function load(source: SourceView, options: LoadOptions = {}): Promise<void> {
    const { id } = source;
    if (states[id]?.kind === "stopped") stopping.delete(id);
    if (states[id]?.kind !== "ready") say(id, { kind: "loading", share: undefined });
    let found: Known | undefined;
    try {
      const entry = await entryOf(source, options);
      found = entry;
      const loaded = await entry.loaded;
      await name(source, entry, loaded);
      // It is being read anew meanwhile: it is ready once that has ended, and whoever reads it asks then.
      const latest = known.get(id);
      if (latest !== undefined && latest !== entry) return await load(latest.source, options);
      const { rows, profiles, cut } = loaded;
      say(id, { kind: "ready", rows, profiles, cut });
    } catch (error) {
      // What somebody else has begun since goes on.
      if (found === undefined) stopping.delete(id);
      const latest = known.get(id);
      if (found !== undefined && latest !== undefined && latest !== found) throw error;
      known.delete(id);
      const aborted = error instanceof DOMException && error.name === "AbortError";
      if (error instanceof SourceAbsent) say(id, { kind: "absent" });
      else if (aborted) say(id, { kind: found?.end.signal.aborted ? "stopped" : "idle" });
      else say(id, { kind: "failed", error });
      throw error;
    }
  }

  /** After a loss: what was readable is read again, and says so while it is. */
  async function reload(): Promise<void> {
    for (const { source, generation } of known.values()) {
      if (generation !== library.keeper.generation()) await load(source).catch(() => undefined);
    }
  }

  return {
    // It is called after a loss, by whoever reads: nothing is to be tracked.
    // oxlint-disable-next-line solid/reactivity
    keeper: keeperIn(restoring(library.keeper, reload), workspaceId),
    answers,
    state: (id) => states[id] ?? { kind: "idle" },
    load,
    forget: (id) => void known.delete(id),
    stop(id) {
      const reading = known.get(id);
      if (reading) return reading.end.abort(new DOMException("stopped", "AbortError"));
      if (states[id]?.kind !== "loading") return;
      stopping.add(id);
      say(id, { kind: "stopped" });
    },
  };
}
