import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { fixedColumns, withChoices, type ImportChoices } from "#domain/analytics/choices.ts";
import { columnChoices, fileChoices } from "#domain/analytics/chosen.ts";
import type { Reading, Sniffed } from "#domain/analytics/reading.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import type { Step } from "#domain/analytics/steps/step.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { cleanTable, type Cleaned } from "#web/features/analytics/engine/apply-steps.ts";
import {
  importRepaired,
  type RepairedImport,
} from "#web/features/analytics/engine/import-repaired.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import { openFile, sniffFile, type OpenedFile } from "#web/features/analytics/engine/open-file.ts";
import { firstRows } from "#web/features/analytics/engine/first-rows.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import type { FileRead, Together } from "#web/features/analytics/file-read.ts";
import type { Library } from "#web/features/analytics/library.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { findVariants, type Variants } from "#web/features/analytics/engine/variants.ts";
import { readTogether, type Reopened } from "./reopened.ts";

export type Lines = "first" | "random";

/** Where an import stands. What was read last stays on screen while it is read again. */
export interface ImportState {
  phase: "reading" | "ready" | "failed" | "keeping";
  /** Share done, 0 to 1; undefined while unknown. */
  progress: number | undefined;
  sniffed?: Sniffed | undefined;
  /** The reading before the person chose anything. */
  detected?: Reading | undefined;
  reading?: Reading | undefined;
  imported?: RepairedImport | undefined;
  /** The table after the cleaning steps; `dropped` counts rows that they took away. */
  cleaned?: (Cleaned & { dropped: number }) | undefined;
  /** Some rows of the table; of a large file that is read for the first time the first ones of its head, until it is read. */
  preview?: ReadResult | undefined;
  /** Texts that are spelled in several ways, found after the table is there; empty till then. */
  variants?: readonly Variants[] | undefined;
  error?: unknown;
}

const SHOWN = 100;

/** What stands on screen once a reading is through; a reading that is stopped goes back to it. */
interface Settled {
  choices: ImportChoices;
  sniffed: Sniffed;
  reading: Reading;
  table: string;
  columns: readonly StepColumn[];
  /** Fails where another reading stopped it. */
  profiles: Promise<ColumnProfile[]>;
  /** Of a data set of several files: what came of the others. */
  together: Together | undefined;
}

/** A preview in which each row that is as it was is the same row: it is not drawn again. */
function withRowsOf(before: ReadResult | undefined, now: ReadResult): ReadResult {
  const was = unwrap(before)?.rows ?? [];
  const isSame = (row: readonly Cell[], at: number): boolean =>
    row.length === was[at]?.length && row.every((cell, column) => cell === was[at]?.[column]);
  return { ...now, rows: now.rows.map((row, at) => (isSame(row, at) ? (was[at] ?? row) : row)) };
}

/**
 * Reads a file, and again whenever a choice changes; the reading before is cancelled. Each reading has a table of its own, so that one
 * which is stopped leaves what was read before untouched. One that was kept before (`reopened`) begins with what was chosen then.
 */
export function createImport(
  library: Library,
  file: File,
  nameOf: (position: number) => string,
  reopened?: Reopened,
) {
  const staging = `import_${crypto.randomUUID().replaceAll("-", "").slice(0, 8)}`;
  let readings = 0;
  let last: Settled | undefined;
  const [choices, setChoices] = createSignal<ImportChoices>({});
  const [name, setName] = createSignal(file.name);
  const [lines, setLines] = createSignal<Lines>("first");
  const [state, setState] = createStore<ImportState>({ phase: "reading", progress: undefined });
  let running: AbortController | undefined;
  /** What is looked for beside a table that was read. */
  let looking: AbortController | undefined;
  let opened: { part: string | undefined; file: OpenedFile } | undefined;
  let settled: Promise<void> = Promise.resolve();

  async function look(table: string): Promise<ReadResult> {
    const from = `FROM ${quoteIdentifier(table)}`;
    const sql =
      lines() === "first" ? `${from} LIMIT ${SHOWN}` : `${from} USING SAMPLE ${SHOWN} ROWS`;
    return library.keeper.use((engine) => runRead(engine, sql, { limit: SHOWN }));
  }

  const profile = (
    table: string,
    columns: readonly StepColumn[],
    signal?: AbortSignal,
  ): Promise<ColumnProfile[]> =>
    library.keeper.use((engine) => profileTable(engine, table, columns, { signal }));

  async function drop(table: string): Promise<void> {
    if (!library.keeper.running()) return;
    await library.keeper
      .use((engine) => engine.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`))
      .catch(() => undefined);
  }

  // Made into text once: another choice reads that text again.
  async function open(part: string | undefined, signal: AbortSignal): Promise<OpenedFile> {
    if (opened === undefined || opened.part !== part)
      opened = { part, file: await openFile(file, { part, signal }) };
    return opened.file;
  }

  /** Finds what was chosen when the file was kept; setting it reads the file. */
  async function recall(was: Reading, signal: AbortSignal): Promise<void> {
    const source = await open(was.source?.part, signal);
    const detected = await sniffFile(source, {}, nameOf);
    const ofFile = fileChoices(was, detected.reading);
    const sniffed = await sniffFile(source, ofFile, nameOf);
    signal.throwIfAborted();
    setState({ detected: detected.reading });
    setChoices({ ...ofFile, columns: columnChoices(was, sniffed.reading) });
  }

  async function read(chosen: ImportChoices, signal: AbortSignal): Promise<void> {
    const source = await open(chosen.part, signal);
    const sniffed = await sniffFile(source, chosen, nameOf);
    const reading = withChoices(sniffed.reading, chosen);
    signal.throwIfAborted();
    setState({ sniffed, reading });
    if (Object.keys(chosen).every((key) => key === "steps"))
      setState({ detected: sniffed.reading });
    if (state.imported === undefined && !reopened) {
      const early = await library.keeper.use((engine) =>
        firstRows(engine, source.text, reading, SHOWN, signal),
      );
      signal.throwIfAborted();
      setState({ preview: early });
    }
    const table = `${staging}_${++readings}`;
    try {
      const imported = await library.keeper.use((engine) =>
        importRepaired(engine, source.text, reading, {
          table,
          signal,
          onProgress: (progress) => !signal.aborted && setState({ progress }),
          fixed: {
            encoding: chosen.encoding !== undefined,
            columns: fixedColumns(reading, chosen),
          },
        }),
      );
      const together =
        reopened &&
        (await readTogether(library, reopened, source, imported.reading, table, signal));
      const cleaned =
        together ??
        (await library.keeper.use((engine) => cleanTable(engine, table, imported.reading, signal)));
      const preview = withRowsOf(state.preview, await look(table));
      signal.throwIfAborted();
      const before = last?.table;
      const { columns } = cleaned;
      const profiles = profile(table, columns, signal);
      const { reading: worked } = imported;
      last = { choices: chosen, sniffed, reading: worked, table, columns, profiles, together };
      setState({
        phase: "ready",
        progress: undefined,
        imported: { ...imported, rows: cleaned.rows },
        cleaned: { ...cleaned, dropped: together ? 0 : imported.rows - cleaned.rows },
        preview,
        variants: [],
        reading: worked,
      });
      if (before !== undefined) await drop(before);
      const own = new AbortController();
      looking = own;
      const either = AbortSignal.any([signal, own.signal]);
      // What is offered beside the table never keeps anybody from going on, and says nothing where it fails.
      const found = profiles.then((known) =>
        library.keeper.use((engine) => findVariants(engine, table, known, either)),
      );
      found.then(
        (variants) => !either.aborted && setState({ variants }),
        () => undefined,
      );
    } catch (error) {
      await drop(table);
      throw error;
    }
  }

  // Two readings at once would need the memory of both: the next starts only when the one before has ended.
  function start(): void {
    running?.abort();
    const own = new AbortController();
    running = own;
    setState({ phase: "reading", progress: undefined, error: undefined });
    settled = settled.then(() => attempt(own));
  }

  async function attempt(own: AbortController): Promise<void> {
    if (own.signal.aborted) return;
    try {
      if (reopened && state.detected === undefined)
        await recall(reopened.dataSet.reading, own.signal);
      else await read(choices(), own.signal);
    } catch (error) {
      if (!own.signal.aborted) setState({ phase: "failed", error });
    }
  }

  createEffect(on(choices, (chosen) => chosen !== last?.choices && start()));
  createEffect(
    on(
      lines,
      async () => {
        if (state.phase !== "ready" || last === undefined) return;
        const preview = await look(last.table);
        setState({ preview });
      },
      { defer: true },
    ),
  );
  onCleanup(() => {
    running?.abort();
    if (last !== undefined) void drop(last.table);
  });

  return {
    file,
    name,
    setName,
    state,
    choices,
    lines,
    setLines,
    choose: (change: Partial<ImportChoices>) => setChoices((now) => ({ ...now, ...change })),
    chooseColumn: (at: number, change: NonNullable<ImportChoices["columns"]>[number]) =>
      setChoices((now) => ({
        ...now,
        columns: { ...now.columns, [at]: { ...now.columns?.[at], ...change } },
      })),
    setSteps: (steps: readonly Step[]) => setChoices((now) => ({ ...now, steps })),
    /** Forgets what was chosen of the reading; the steps stay. */
    detect: () => setChoices(({ steps }) => (steps === undefined ? {} : { steps })),
    retry: start,
    /** Stops the reading; what was read before stays. */
    cancel: () => {
      if (last === undefined) return;
      running?.abort();
      const { sniffed, reading } = last;
      setState({ phase: "ready", progress: undefined, sniffed, reading });
      setChoices(last.choices);
    },
    /** Hands over what was read to whoever keeps it; undefined when that failed, which the state tells. */
    async hand<T>(store: (read: FileRead) => Promise<T>): Promise<T | undefined> {
      const { imported } = state;
      if (imported === undefined || last === undefined) return undefined;
      const { table, columns, together } = last;
      const profiles = last.profiles.catch(() => profile(table, columns));
      // What is still looked for beside the table would stand in the engine before it is kept.
      looking?.abort();
      setState({ phase: "keeping", error: undefined });
      try {
        return await store({ imported: unwrap(imported), table, profiles, together });
      } catch (error) {
        // Its table may have got its lasting name already: what was read is read again.
        last = undefined;
        setState({ phase: "failed", error, imported: undefined });
        return undefined;
      }
    },
    /** After what was read could not be kept elsewhere: it stays as it is. */
    resume: () => setState({ phase: "ready" }),
    /** Lines left out of all its files. */
    rejected: (): number => {
      const { imported } = state;
      const own = (imported?.rejected ?? 0) + (imported?.swallowed.lines ?? 0);
      return state.phase === "ready" ? (last?.together?.rejected ?? own) : own;
    },
    /** True for a file that is kept already, whose name stays. */
    isKept: reopened !== undefined,
    /** True for one that was given to the organization. */
    isShared: reopened?.isShared === true,
    /** True for a data set of several files, of which this is the first. */
    several: (reopened?.files.length ?? 1) > 1,
  };
}

export type Import = ReturnType<typeof createImport>;
