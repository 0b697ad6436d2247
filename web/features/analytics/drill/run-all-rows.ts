import { allRows } from "#domain/analytics/drill/all-rows.ts";
import { sameFigure, type NoDrill } from "#domain/analytics/drill/drill-query.ts";
import { withoutEnd } from "#domain/analytics/sql/read.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead, SqlRefused } from "#web/features/analytics/engine/read.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";

/** Groups that are held against each other at most. */
const MOST_GROUPS = 50_000;

/** The rows behind all of a question, with its measures over them, or why there are none to show. */
export type FoundRows =
  | {
      sql: string;
      total: number;
      figures: { name: string; value: number }[];
      /** Some of the rows may count for nothing in the figures. */
      unsure?: boolean;
    }
  | { reason: NoDrill };

const sameCell = (a: Cell, b: Cell): boolean =>
  a === b || (typeof a === "number" && typeof b === "number" && sameFigure(a, b));

/**
 * Whether two results have the same groups with the same figures, in whatever order. A group of `a` may be missing in `b` where its
 * figures are those of no row.
 */
function sameGroups(
  a: readonly Cell[][],
  b: readonly Cell[][],
  groups: number,
  nothing: readonly Cell[] | null,
): boolean {
  const key = (row: readonly Cell[]) => JSON.stringify(row.slice(0, groups));
  const known = new Map(b.map((row) => [key(row), row]));
  const asked = new Set(a.map(key));
  if (known.size !== b.length || asked.size !== a.length) return false;
  if (b.some((row) => !asked.has(key(row)))) return false;
  return a.every((row) => {
    const other = known.get(key(row));
    if (other !== undefined) return row.every((cell, at) => sameCell(cell, other[at] ?? null));
    const figures = row.slice(groups);
    return nothing !== null && figures.every((cell, at) => sameCell(cell, nothing[at] ?? null));
  });
}

/**
 * Finds the rows behind a question and has the engine confirm that they give every figure of its result. `narrow` puts before each text
 * what narrows the question. Throws AbortError, and what the engine throws when it is gone.
 */
export async function runAllRows(
  engine: Engine,
  sql: string,
  narrow: (sql: string) => string,
  signal?: AbortSignal,
): Promise<FoundRows> {
  const read = (text: string, limit: number) => runRead(engine, narrow(text), { limit, signal });
  try {
    const { columns } = await read(`SELECT * FROM (\n${withoutEnd(sql)}\n) LIMIT 0`, 1);
    const names = columns.map(({ name }) => name);
    const found = allRows(sql, names);
    if ("reason" in found) return found;
    const { check, figures, unsure } = found;
    if (check !== null) {
      const [asked, again] = [await read(sql, MOST_GROUPS), await read(check.sql, MOST_GROUPS)];
      const shown = asked.rows.map((row) => check.columns.map((at) => row[at] ?? null));
      const empty = again.rows.length < shown.length ? check.nothing : null;
      const nothing = empty === null ? null : ((await read(empty, 1)).rows[0] ?? null);
      if (asked.more || !sameGroups(shown, again.rows, check.groups, nothing))
        return { reason: "differs" };
    }
    const count = await read(`SELECT count(*) FROM (\n${found.sql}\n)`, 1);
    const over = figures === null ? [] : ((await read(figures.sql, 1)).rows[0] ?? []);
    return {
      sql: narrow(found.sql),
      total: Number(count.rows[0]?.[0]),
      figures: (figures?.measures ?? []).flatMap((at, n) => {
        const value = over[n];
        return typeof value === "number" ? [{ name: names[at] ?? "", value }] : [];
      }),
      ...(unsure && { unsure }),
    };
  } catch (error) {
    if (error instanceof SqlRefused) return { reason: "refused" };
    throw error;
  }
}
