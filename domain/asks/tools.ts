import { CHART_KINDS } from "#domain/analytics/chart/fits.ts";
import { z } from "#domain/analytics/page-zod.ts";
import { FinalAnswer } from "./final-answer.ts";

/** What the model may ask for, as it reads it. Plain JSON Schema without bounds, which strict tools don't take: `readCall` holds them. */
export interface ToolDefinition {
  name: string;
  description: string;
  strict: true;
  input_schema: {
    type: "object";
    properties: Record<string, unknown>;
    required: string[];
    additionalProperties: false;
  };
}

const text = (description: string) => ({ type: "string", description });
const list = (items: unknown, description: string) => ({ type: "array", items, description });
const either = (description: string, ...options: unknown[]) => ({
  anyOf: [...options, { type: "null" }],
  description,
});
const choice = (description: string, ...options: string[]) => ({
  type: "string",
  enum: options,
  description,
});
const object = (properties: Record<string, unknown>) => ({
  type: "object" as const,
  properties,
  required: Object.keys(properties),
  additionalProperties: false as const,
});
const tool = (
  name: string,
  description: string,
  properties: Record<string, unknown>,
): ToolDefinition => ({ name, description, strict: true, input_schema: object(properties) });

/** The tools, in the order in which every request names them: a change of one byte loses the cached prefix. */
export const TOOLS: readonly ToolDefinition[] = [
  tool(
    "search_values",
    "Finds how a value is written in a text column, such as the name of a branch. Answers values that at least five rows share.",
    {
      table: text("Name of the table"),
      column: text("Name of a text column of it"),
      text: text("What to look for; accents and case don't matter"),
    },
  ),
  tool(
    "run_sql",
    "Runs one SELECT to look at the data before answering. Rows come back only when each is an aggregate of at least five rows.",
    {
      sql: text("One DuckDB SELECT"),
      purpose: text("What it is to find out, in a few words of the person's language"),
    },
  ),
  tool(
    "ask_user",
    "Asks the person one question when what they want can be read in ways that give different figures, or after three repairs.",
    {
      question: text("One short question in the person's language"),
      choices: list(text("One answer, in a few words"), "Two to five likely answers"),
    },
  ),
  tool(
    "final_answer",
    "Ends the question. The SQL is run in the person's browser, drawn and shown; it is called again when that fails.",
    {
      sql: either(
        "One DuckDB SELECT with readable column names and an ORDER BY; null when abstaining",
        {
          type: "string",
        },
      ),
      title: text("Title of the chart in the person's language"),
      answer: text(
        "One to three sentences in the person's language, the finding first, in **bold**. Figures only as {{row.column}}, such as {{1.ca}} or {{last.ca}}.",
      ),
      unit: text("Unit of the figures, such as € HT, %; empty when none"),
      chart: either(
        "Columns of the result by their part; null for a table",
        object({
          type: choice(
            "Kind of chart. Time: line, area for parts of a whole. Categories: bar; pie only for shares of two to six. Two categories: bar with series, heat when there are many. Spread: histogram, box by category. One figure: number, with x when its change over time counts. Crosses to be read as figures: pivot.",
            ...CHART_KINDS,
          ),
          x: either("Time or category; of heat and pivot what stands across", { type: "string" }),
          y: list({ type: "string" }, "Measures"),
          series: either(
            "Column that splits into series; of heat and pivot what stands down the side",
            { type: "string" },
          ),
          stack: either(
            "Series of bars and areas: sum piles them, share as parts of 100 %, none side by side; null for the usual",
            { type: "string", enum: ["none", "sum", "share"] },
          ),
        }),
      ),
      assumptions: list(
        object({
          kind: choice("What it is about", "measure", "period", "filter", "grouping", "other"),
          label: text("What was taken, such as CA"),
          value: text("As what, such as montant HT"),
          alternatives: list({ type: "string" }, "What else it could be"),
        }),
        "What was taken for granted, each so that the person can change it",
      ),
      confidence: choice("How sure the answer is", "low", "medium", "high"),
      followUps: list({ type: "string" }, "Up to three questions that come next"),
      abstained: {
        type: "boolean",
        description: "True when the data can't tell; the answer says what is missing",
      },
    },
  ),
];

const sql = z.string().trim().min(1).max(20_000);
const INPUTS = {
  search_values: z.strictObject({
    table: z.string().min(1).max(120),
    column: z.string().min(1).max(200),
    text: z.string().trim().min(1).max(200),
  }),
  run_sql: z.strictObject({ sql, purpose: z.string().max(300) }),
  ask_user: z.strictObject({
    question: z.string().trim().min(1).max(500),
    choices: z.array(z.string().trim().min(1).max(160)).max(8),
  }),
  final_answer: FinalAnswer,
};
type Inputs = { [K in keyof typeof INPUTS]: z.infer<(typeof INPUTS)[K]> };

/** A tool call that holds to its schema. */
export type ToolCall = {
  [K in keyof Inputs]: { name: K; input: Inputs[K] };
}[keyof Inputs];

/** Reads a call of the model, whatever it sent; null for a tool that does not exist or input that does not fit. */
export function readCall(name: string, input: unknown): ToolCall | null {
  if (!Object.hasOwn(INPUTS, name)) return null;
  const read = INPUTS[name as keyof Inputs].safeParse(input);
  return read.success ? ({ name, input: read.data } as ToolCall) : null;
}
