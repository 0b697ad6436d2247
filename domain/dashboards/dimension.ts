import { columnOf, type Table } from "./narrow.ts";
import type { Condition, Value } from "./condition.ts";
import { afterStep, STEPS, type Step } from "#domain/analytics/time-step.ts";

/** The column of a table behind a column of a result. With a `step`, its values are beginnings of such spans of time. */
export interface Dimension {
  column: string;
  step: Step | null;
}

const NAME = String.raw`(?:(?:"[^"]+"|\w+)\s*\.\s*)?("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_]*)`;
const plain = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;

/** `x AS name`, also when the name is quoted. */
function aliased(sql: string, pattern: string, name: string): RegExpExecArray | null {
  const word = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const alias = `(?:"${word}"|${word})(?![\\p{L}\\p{N}_])`;
  return new RegExp(`${pattern}(?:\\s*::\\s*\\w+)?\\s+AS\\s+${alias}`, "iu").exec(sql);
}

/**
 * Where a column of a result comes from, read from the text of the query: `date_trunc('month', d) AS m`, `a AS b`, or a column
 * of its own name. Null where it can't be told: such a column filters nothing.
 */
export function dimensionOf(
  sql: string,
  column: string,
  tables: readonly Table[],
): Dimension | null {
  const found = (name: string) => {
    for (const table of tables) {
      const own = columnOf(table, name);
      if (own) return own;
    }
    return undefined;
  };
  const known = (name: string) => found(name)?.name;
  /** The column itself: a date is a day, so that a span of them takes the last one whole. */
  const bare = (name: string): Dimension | null => {
    const own = found(name);
    return own ? { column: own.name, step: own.kind === "date" ? "day" : null } : null;
  };
  const cut = String.raw`date_trunc\(\s*'(\w+)'\s*,\s*${NAME}\s*\)`;
  const truncated = aliased(sql, cut, column);
  if (truncated) {
    const step = STEPS.find((one) => one === truncated[1]?.toLowerCase());
    const name = known(plain(truncated[2] ?? ""));
    return step && name ? { column: name, step } : null;
  }
  // What stands before AS is a whole item of the list only after a comma, SELECT or DISTINCT.
  const renamed = aliased(sql, String.raw`(?:,|\bSELECT\b|\bDISTINCT\b)\s*${NAME}`, column);
  if (renamed) return bare(plain(renamed[1] ?? ""));
  return aliased(sql, "", column) ? null : bare(column);
}

/** What rows must fulfil to stand behind these values of a result. A range takes both its ends. */
export function picked(
  { column, step }: Dimension,
  pick: { values: readonly Value[] } | { from: number; to: number },
): Condition {
  if ("from" in pick) {
    const below = step === null ? pick.to : afterStep(pick.to, step);
    return { column, from: pick.from, below, step };
  }
  const [only] = pick.values;
  if (step === null || typeof only !== "number" || pick.values.length !== 1) {
    return { column, values: pick.values };
  }
  return { column, from: only, below: afterStep(only, step) };
}
