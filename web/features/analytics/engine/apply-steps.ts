import type { ColumnKind, Reading } from "#domain/analytics/reading.ts";
import { boundedRead } from "#domain/analytics/sql/read.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { plainMessage } from "#domain/analytics/sql/plain-message.ts";
import { refusalOf, type Refusal } from "#domain/analytics/sql/refusal.ts";
import { ROW, stepSelect, type Selected, type StepColumn } from "#domain/analytics/steps/select.ts";
import type { Step } from "#domain/analytics/steps/step.ts";
import type { Engine } from "./engine.ts";

/** Why a step was left out: what it names is not there (any more), or the engine refuses its expression. */
export type StepFault = { code: "misfit" } | { code: "refused"; refusal: Refusal; message: string };

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

/** The kind of a computed column, or why there is none. */
async function computed(
  engine: Engine,
  step: Extract<Step, { do: "compute" }>,
  selected: Selected,
): Promise<Selected | StepFault> {
  try {
    const columns = (await described(engine, selected.sql)).slice(1);
    const names = selected.columns.map(({ name }) => name);
    // An expression that closes its bracket could bring columns of its own.
    if (columns.length !== names.length || columns.some(({ name }, at) => name !== names[at]))
      return { code: "misfit" };
    return { sql: selected.sql, columns };
  } catch (error) {
    if (!engine.alive() || !(error instanceof Error)) throw error;
    return {
      code: "refused",
      refusal: refusalOf(step.expression, error.message),
      message: plainMessage(error.message),
    };
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

/**
 * Does the steps of a reading to its table, which is replaced. A step that does not fit is left out and told; the others are done.
 * `columns` are those of the table, in order. Throws AbortError when cancelled.
 */
export async function applySteps(
  engine: Engine,
  table: string,
  columns: readonly StepColumn[],
  { steps = [], ...styles }: Pick<Reading, "numbers" | "dates" | "steps">,
  signal?: AbortSignal,
): Promise<Cleaned> {
  const name = quoteIdentifier(table);
  let at: Selected = { sql: `SELECT rowid AS ${ROW}, * FROM ${name}`, columns: [...columns] };
  const faults: Cleaned["faults"] = [];
  for (const step of steps) {
    const next = stepSelect(step, at.columns, `(${at.sql})`, styles);
    const done = next !== null && step.do === "compute" ? await computed(engine, step, next) : next;
    const fault = done === null ? { code: "misfit" as const } : "code" in done ? done : undefined;
    faults.push(fault);
    if (done !== null && !("code" in done)) at = done;
  }
  const done = faults.some((fault) => fault === undefined);
  if (done)
    await engine.execute(`CREATE OR REPLACE TABLE ${name} AS FROM (${at.sql}) ORDER BY ${ROW}`, {
      signal,
    });
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
