import type { ColumnKind, Reading } from "#domain/analytics/reading.ts";
import { castExpression } from "#domain/analytics/sql/cast.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { SQL_TYPES } from "#domain/analytics/sql/types.ts";
import { mergeSelect } from "./merge.ts";
import type { Step } from "./step.ts";

/** A column as it is called and typed at some point of the list. */
export interface StepColumn {
  name: string;
  kind: ColumnKind;
}

/** The order of the file, which every step keeps; `rowid` of the table that was read. */
export const ROW = "__aetheria_row";

/** Decimal sign and order of dates of the file, for texts that become figures or dates. */
export type Styles = Pick<Reading, "numbers" | "dates">;

export interface Selected {
  sql: string;
  columns: StepColumn[];
}

const BLANKS = " \t\r\n\u00a0\u202f\u2009";
/** Words at the start of a row that adds others up. A firm may be called Total: only the word alone counts. */
const TOTALS =
  "(?i)(grand[ -]?total|(sous[ -]?)?total(aux|s)?( +(g[ée]n[ée]ral|hors taxes?|ht|ttc))?|somme|sum|ensemble|sous[ -]?total .*) *:?";

const trimmed = (text: string): string => `nullif(trim(${text}, ${quoteLiteral(BLANKS)}), '')`;

function castTo(name: string, from: ColumnKind, kind: ColumnKind, styles: Styles): string {
  const column = quoteIdentifier(name);
  if (kind === "text" || from !== "text") return `try_cast(${column} AS ${SQL_TYPES[kind]})`;
  const day = styles.dates === "mdy" ? "%m/%d/%Y" : "%d/%m/%Y";
  const format = kind === "timestamp" ? `${day} %H:%M:%S` : day;
  const reading = { numbers: styles.numbers } as Reading;
  const cast = castExpression(
    { name, source: name, kind, cleaned: true, skipped: false, format },
    reading,
  );
  return kind === "date" || kind === "timestamp"
    ? `coalesce(${cast}, try_cast(${column} AS ${SQL_TYPES[kind]}))`
    : cast;
}

/** `SELECT` of the rows below with some columns replaced, and with what follows it. */
function over(
  columns: readonly StepColumn[],
  from: string,
  change: (column: StepColumn) => string | undefined = () => undefined,
  rest = "",
): Selected {
  const list = columns.map((column) => {
    const name = quoteIdentifier(column.name);
    const value = change(column);
    return value === undefined ? name : `${value} AS ${name}`;
  });
  return { sql: `SELECT ${[ROW, ...list].join(", ")} FROM ${from}${rest}`, columns: [...columns] };
}

function split(
  step: Extract<Step, { do: "split" }>,
  columns: readonly StepColumn[],
  from: string,
): Selected {
  const text = quoteIdentifier(step.column);
  const separator = quoteLiteral(step.separator);
  const last = step.into.length;
  const pieces = step.into.map((name, at) => {
    const piece =
      at + 1 < last
        ? `split_part(${text}, ${separator}, ${at + 1})`
        : `array_to_string(string_split(${text}, ${separator})[${last}:], ${separator})`;
    return `${trimmed(piece)} AS ${quoteIdentifier(name)}`;
  });
  const list = columns.flatMap(({ name }) =>
    name === step.column ? [quoteIdentifier(name), ...pieces] : [quoteIdentifier(name)],
  );
  return {
    sql: `SELECT ${[ROW, ...list].join(", ")} FROM ${from}`,
    columns: columns.flatMap((column) =>
      column.name === step.column
        ? [column, ...step.into.map((name) => ({ name, kind: "text" as const }))]
        : [column],
    ),
  };
}

function drop(
  { what, column }: Extract<Step, { do: "drop" }>,
  columns: readonly StepColumn[],
  from: string,
): Selected {
  const named = columns.filter(({ name }) => column === null || name === column);
  const names = named.map(({ name }) => quoteIdentifier(name));
  if (what === "duplicates")
    return over(
      columns,
      from,
      undefined,
      ` QUALIFY row_number() OVER (PARTITION BY ${names.join(", ")} ORDER BY ${ROW}) = 1`,
    );
  if (what === "empties")
    return over(
      columns,
      from,
      undefined,
      ` WHERE NOT (${names.map((name) => `${name} IS NULL`).join(" AND ")})`,
    );
  const totals = named
    .filter(({ kind }) => kind === "text")
    .map(
      ({ name }) =>
        `coalesce(regexp_full_match(trim(${quoteIdentifier(name)}), ${quoteLiteral(TOTALS)}), false)`,
    );
  return over(
    columns,
    from,
    undefined,
    totals.length === 0 ? "" : ` WHERE NOT (${totals.join(" OR ")})`,
  );
}

/**
 * What a step makes of the rows of `from`. Null when it does not fit: a column that is not there, is no text where one is needed, or a
 * new name that is taken. A computed column is of unknown kind: "text" stands until the engine tells.
 */
export function stepSelect(
  step: Step,
  columns: readonly StepColumn[],
  from: string,
  styles: Styles,
): Selected | null {
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  const free = (name: string): boolean =>
    !columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
  const named = "column" in step ? step.column : null;
  const column = columns.find(({ name }) => name === named);
  if (named !== null && column === undefined) return null;
  const onText = (value: (text: string) => string): Selected | null =>
    column !== undefined && column.kind !== "text"
      ? null
      : over(columns, from, ({ name, kind }) =>
          kind === "text" && (column === undefined || name === column.name)
            ? value(quoteIdentifier(name))
            : undefined,
        );
  switch (step.do) {
    case "trim":
      return onText(trimmed);
    case "case":
      return onText((text) => `${step.to}(${text})`);
    case "replace": {
      const [old, next] = [quoteLiteral(step.from), quoteLiteral(step.to)];
      return onText((text) =>
        step.whole
          ? `nullif(CASE WHEN ${text} = ${old} THEN ${next} ELSE ${text} END, '')`
          : `nullif(replace(${text}, ${old}, ${next}), '')`,
      );
    }
    case "merge": {
      if (column?.kind !== "text") return null;
      const sql = mergeSelect(column.name, from, (merged) => [
        `s.${ROW}`,
        ...columns.map(({ name }) =>
          name === step.column
            ? `${merged} AS ${quoteIdentifier(name)}`
            : `s.${quoteIdentifier(name)}`,
        ),
      ]);
      return { sql, columns: [...columns] };
    }
    case "split":
      if (column?.kind !== "text" || !step.into.every(free)) return null;
      if (new Set(step.into.map((name) => name.toLowerCase())).size < step.into.length) return null;
      return split(step, columns, from);
    case "fill":
      return over(columns, from, ({ name }) =>
        name === step.column
          ? `last_value(${quoteIdentifier(name)} IGNORE NULLS) OVER (ORDER BY ${ROW} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`
          : undefined,
      );
    case "drop":
      return drop(step, columns, from);
    case "rename": {
      if (step.to.toLowerCase() !== step.column.toLowerCase() && !free(step.to)) return null;
      const list = columns.map(({ name }) =>
        name === step.column
          ? `${quoteIdentifier(name)} AS ${quoteIdentifier(step.to)}`
          : quoteIdentifier(name),
      );
      return {
        sql: `SELECT ${[ROW, ...list].join(", ")} FROM ${from}`,
        columns: columns.map((one) => (one.name === step.column ? { ...one, name: step.to } : one)),
      };
    }
    case "type": {
      if (column === undefined) return null;
      const changed = over(columns, from, ({ name, kind }) =>
        name === step.column ? castTo(name, kind, step.kind, styles) : undefined,
      );
      return {
        ...changed,
        columns: columns.map((one) =>
          one.name === step.column ? { ...one, kind: step.kind } : one,
        ),
      };
    }
    case "compute": {
      if (has(step.name) || !free(step.name)) return null;
      const list = columns.map(({ name }) => quoteIdentifier(name));
      return {
        // The line end keeps a comment at the end of what was typed from reaching further.
        sql: `SELECT ${[ROW, ...list].join(", ")}, (${step.expression}\n) AS ${quoteIdentifier(step.name)} FROM ${from}`,
        columns: [...columns, { name: step.name, kind: "text" }],
      };
    }
    default:
      return step satisfies never;
  }
}
