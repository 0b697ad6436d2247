import { ColumnKind } from "#domain/analytics/reading.ts";
import { z } from "#domain/analytics/page-zod.ts";
import { MOST_SENT_ROWS, SMALLEST_GROUP } from "./source.ts";

const count = z.int().min(0);
const Cell = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const Row = z.array(Cell).max(50);

/** What is told of a column of a result: how much, never which values. */
const ColumnStatistics = z.strictObject({
  name: z.string().max(200),
  kind: ColumnKind,
  nulls: count,
  distinct: count,
});

/** Rows of a result in which each one stands for at least five rows of the data, as the engine itself has counted. */
const Groups = z.strictObject({
  rows: z.array(Row).max(MOST_SENT_ROWS),
  /** Rows behind the smallest group that is sent. */
  smallest: count.min(SMALLEST_GROUP),
  /** Groups that are not sent: too small, or beyond the twentieth. */
  withheld: count,
});

/** Why no row of a result is sent. */
export const Withheld = z.enum(["not-aggregate", "not-provable", "conditional", "too-small"]);
export type Withheld = z.infer<typeof Withheld>;

const Result = z.strictObject({
  kind: z.literal("result"),
  rows: count,
  /** More rows exist than were read. */
  more: z.boolean(),
  columns: z.array(ColumnStatistics).max(50),
  groups: Groups.nullable(),
  withheld: Withheld.nullable(),
  /** Rows as they are, by consent that was given for this question, each shown before. */
  consented: z.array(Row).min(1).max(MOST_SENT_ROWS).nullable(),
});
export type ResultOutput = z.infer<typeof Result>;

/** All that a page can tell of a tool that it ran: nothing else reaches the model. */
export const ToolOutput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("error"), message: z.string().min(1).max(1000) }),
  Result,
  z.strictObject({
    kind: z.literal("values"),
    values: z
      .array(z.strictObject({ value: z.string().max(120), count: count.min(SMALLEST_GROUP) }))
      .max(MOST_SENT_ROWS),
    withheld: count,
  }),
  z.strictObject({ kind: z.literal("choice"), text: z.string().trim().min(1).max(500) }),
]);
export type ToolOutput = z.infer<typeof ToolOutput>;

const WHY: Record<Withheld, string> = {
  "not-aggregate": "the query is no aggregate; only aggregates are shown to you",
  "not-provable":
    "how many rows stand behind each value cannot be proven (several levels of joins, unions, unknown functions)",
  conditional:
    "an aggregate holds a condition; put the condition into WHERE or GROUP BY to be shown its rows",
  "too-small": `each row stands for fewer than ${SMALLEST_GROUP} rows of the data`,
};

const table = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((row) => JSON.stringify(row)).join("\n");

/** A tool's outcome as the model reads it. Data stands in JSON, so that no cell can end it. */
export function outputText(output: ToolOutput): string {
  switch (output.kind) {
    case "error":
      return `The query failed: ${output.message}`;
    case "choice":
      return `The person answers: ${JSON.stringify(output.text)}`;
    case "values":
      return `${output.values.length} values, each with its number of rows; ${output.withheld} rarer ones are not shown.\n${table(output.values.map(({ value, count: rows }) => [value, rows]))}`;
    case "result":
      return resultText(output);
    default:
      return output satisfies never;
  }
}

function resultText(output: ResultOutput): string {
  const columns = output.columns.map(
    ({ name, kind, nulls, distinct }) =>
      `${JSON.stringify(name)} ${kind}, ${nulls} nulls, ${distinct} distinct`,
  );
  const lines = [`${output.rows}${output.more ? "+" : ""} rows. Columns:`, ...columns];
  if (output.groups !== null) {
    const { rows, smallest, withheld } = output.groups;
    lines.push(`${rows.length} rows, each of at least ${smallest}; ${withheld} not shown:`);
    lines.push(table(rows));
  }
  if (output.consented !== null) {
    lines.push(`${output.consented.length} rows that the person chose to show:`);
    lines.push(table(output.consented));
  }
  if (output.withheld !== null && output.consented === null)
    lines.push(`No row is shown: ${WHY[output.withheld]}.`);
  return lines.join("\n");
}
