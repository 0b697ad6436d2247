import type { ColumnKind, Reading } from "#domain/analytics/reading.ts";
import { boundedRead } from "#domain/analytics/sql/read.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { plainMessage } from "#domain/analytics/sql/plain-message.ts";
import { formulaFault } from "#domain/analytics/builder/formula.ts";
import { refusalOf, type Refusal } from "#domain/analytics/sql/refusal.ts";
import { ROW, stepSelect, type Selected, type StepColumn } from "#domain/analytics/steps/select.ts";
import type { Step } from "#domain/analytics/steps/step.ts";
import type { Engine } from "./engine.ts";

/** Why a step was left out: what it names is not there (any more), it is no single expression of a row's values, or the engine refuses it. */
export type StepFault =
  | { code: "misfit" | "several" | "open" | "rows" }
  | { code: "refused"; refusal: Refusal; message: string };

/** A table after its steps: its columns and rows, and for each step what was wrong with it. */
export interface Cleaned {
  columns: StepColumn[];
  rows: number;
  /** Of the first rows the places, from 0, that they had before the steps: rows may have gone between them. */
  places: number[];
  faults: (StepFault | undefined)[];
}

/** Rows whose places are told: as many as a preview shows. */
const PLACED = 100;

const KINDS: readonly [RegExp, ColumnKind][] = [
  [/^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/, "integer"],
  [/^(?:DOUBLE|FLOAT|DECIMAL)/, "number"],
  [/^DATE$/, "date"],
  [/^TIMESTAMP/, "timestamp"],
  [/^BOOLEAN$/, "boolean"],
];

/** Asks the engine for the columns of a read. What a person typed is prepared as one bounded read first: several statements are refused. */
async function described(engine: Engine, select: string): Promise<StepColumn[]> {
  const connection = await engine.connect();
  try {
    const statement = await connection.prepare(boundedRead(select, 0));
    await statement.close();
    const rows = (await connection.query(`DESCRIBE ${select}`)).toArray() as {
      column_name: string;
      column_type: string;
    }[];
    return rows.map(({ column_name: name, column_type: type }) => ({
      name,
      kind: KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? "text",
    }));
  } finally {
    await connection.close().catch(() => undefined);
  }
}

/** Why the engine did not take an expression. Throws where it failed otherwise. */
function refused(engine: Engine, expression: string, error: unknown): StepFault {
  if (!engine.alive() || !(error instanceof Error) || error.name === "AbortError") throw error;
  const refusal = refusalOf(expression, error.message);
  // Beside the number that each row keeps, a sum is refused as one beside a group.
  const sums = refusal.code === "group" || refusal.code === "aggregate-in";
  if (sums) return { code: "rows" };
  return { code: "refused", refusal, message: plainMessage(error.message) };
}

/** The kind of a computed column, or why there is none. */
async function computed(
  engine: Engine,
  step: Extract<Step, { do: "compute" }>,
  selected: Selected,
): Promise<Selected | StepFault> {
  const written = formulaFault(step.expression);
  if (written !== undefined) return { code: written };
  try {
    const columns = (await described(engine, selected.sql)).slice(1);
    const names = selected.columns.map(({ name }) => name);
    // An expression that closes its bracket could bring columns of its own.
    if (columns.length !== names.length || columns.some(({ name }, at) => name !== names[at]))
      return { code: "misfit" };
    return { sql: selected.sql, columns };
  } catch (error) {
    return refused(engine, step.expression, error);
  }
}

/** Does the steps of a reading to the table that was just read with it. */
export function cleanTable(
  engine: Engine,
  table: string,
  reading: Reading,
  signal?: AbortSignal,
): Promise<Cleaned> {
  const columns = reading.columns
    .filter(({ skipped }) => !skipped)
    .map(({ name, kind }) => ({ name, kind }));
  return applySteps(engine, table, columns, reading, signal);
}

/** The steps as one select, and what is wrong with each; `broken` are those that failed on a row before. */
async function allSteps(
  engine: Engine,
  from: Selected,
  { steps = [], ...styles }: Pick<Reading, "numbers" | "dates" | "steps">,
  broken: ReadonlyMap<number, StepFault>,
): Promise<{ at: Selected; faults: Cleaned["faults"]; computes: { at: number; sql: string }[] }> {
  let at = from;
  const faults: Cleaned["faults"] = [];
  const computes: { at: number; sql: string }[] = [];
  for (const [position, step] of steps.entries()) {
    const next = broken.get(position) ?? stepSelect(step, at.columns, `(${at.sql})`, styles);
    const isNew = next !== null && !("code" in next) && step.do === "compute";
    const done = isNew ? await computed(engine, step, next) : next;
    const fault = done === null ? { code: "misfit" as const } : "code" in done ? done : undefined;
    faults.push(fault);
    if (done === null || "code" in done) continue;
    at = done;
    if (isNew) computes.push({ at: position, sql: done.sql });
  }
  return { at, faults, computes };
}

/** The first computed column that fails on some row, and why; undefined where none does. */
async function failing(
  engine: Engine,
  computes: readonly { at: number; sql: string }[],
  steps: readonly Step[],
  signal?: AbortSignal,
): Promise<[number, StepFault] | undefined> {
  const probe = quoteIdentifier(`probe_${crypto.randomUUID().replaceAll("-", "").slice(0, 8)}`);
  for (const { at, sql } of computes) {
    try {
      await engine.execute(`CREATE OR REPLACE TABLE ${probe} AS FROM (${sql})`, { signal });
    } catch (error) {
      const step = steps[at];
      return [at, refused(engine, step?.do === "compute" ? step.expression : "", error)];
    } finally {
      if (engine.alive()) await engine.run(`DROP TABLE IF EXISTS ${probe}`);
    }
  }
  return undefined;
}

/**
 * Does the steps of a reading to its table, which is replaced. A step that does not fit, or fails on a row, is left out and told; the
 * others are done. `columns` are those of the table, in order. Throws AbortError when cancelled.
 */
export async function applySteps(
  engine: Engine,
  table: string,
  columns: readonly StepColumn[],
  reading: Pick<Reading, "numbers" | "dates" | "steps">,
  signal?: AbortSignal,
): Promise<Cleaned> {
  const name = quoteIdentifier(table);
  const from = { sql: `SELECT rowid AS ${ROW}, * FROM ${name}`, columns: [...columns] };
  const broken = new Map<number, StepFault>();
  for (;;) {
    const { at, faults, computes } = await allSteps(engine, from, reading, broken);
    const done = faults.some((fault) => fault === undefined);
    try {
      const made = `CREATE OR REPLACE TABLE ${name} AS FROM (${at.sql}) ORDER BY ${ROW}`;
      if (done) await engine.execute(made, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      const found =
        engine.alive() && (await failing(engine, computes, reading.steps ?? [], signal));
      if (!found) throw error;
      broken.set(...found);
      continue;
    }
    const order = done ? ROW : "rowid";
    const first = await engine.run(`SELECT ${order} AS at FROM ${name} LIMIT ${PLACED}`);
    if (done) await engine.run(`ALTER TABLE ${name} DROP COLUMN ${ROW}`);
    const [counted] = await engine.run(`SELECT count(*) AS n FROM ${name}`);
    return {
      columns: at.columns,
      rows: Number(counted?.["n"] ?? 0),
      places: first.map((row) => Number(row["at"])),
      faults,
    };
  }
}
