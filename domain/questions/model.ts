import { z } from "zod";
import { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { linesOf } from "#domain/boards/lines.ts";
import { idSchema } from "#domain/ids.ts";
import { line, nameLine } from "#domain/line.ts";
import { namesOne, onceEach, recordOf } from "#domain/record.ts";

export const QuestionId = idSchema("qst");

/** What an answer takes for granted, such as a period or what « CA » means; whoever reads it may choose among `options`. */
export const Assumption = z.strictObject({
  key: line(60).min(1),
  label: line(200),
  value: line(500),
  options: z.array(line(500)).max(20).optional(),
});
export type Assumption = z.infer<typeof Assumption>;

/** Letters of a chart as JSON: names of columns are all the text that it holds. */
const CHART_LETTERS = 20_000;
/** Letters of a built query as JSON. */
const BUILT_LETTERS = 40_000;

const fields = {
  title: nameLine(300),
  /** What was asked, in the words of whoever asked; empty where SQL was written by hand. */
  question: linesOf(2_000),
  sql: linesOf(20_000),
  sourceIds: onceEach("src", 50),
  /** Null draws a table alone. */
  chart: ChartSpec.nullable().refine((chart) => JSON.stringify(chart).length <= CHART_LETTERS, {
    error: "too long",
  }),
  /** The parts that its SQL was compiled of, to go on building; null where SQL was written. */
  built: BuiltQuery.nullable().refine((built) => JSON.stringify(built).length <= BUILT_LETTERS, {
    error: "too long",
  }),
  /** What was answered, Markdown. */
  answer: linesOf(10_000),
  assumptions: z.array(Assumption).max(20),
  /** Somebody has checked that this SQL answers this question: it teaches the next answers. */
  verified: z.boolean(),
  language: z.enum(["fr", "en"]),
};

/** A new question: only its workspace, title and SQL are asked for. */
export const QuestionInput = z.strictObject({
  ...fields,
  workspaceId: idSchema("wsp"),
  question: fields.question.default(""),
  sourceIds: fields.sourceIds.default([]),
  chart: fields.chart.default(null),
  built: fields.built.default(null),
  answer: fields.answer.default(""),
  assumptions: fields.assumptions.default([]),
  verified: fields.verified.default(false),
  language: fields.language.default("fr"),
});
export type QuestionInput = z.output<typeof QuestionInput>;

export const QuestionChanges = z
  .strictObject(fields)
  .partial()
  .refine(...namesOne);

/** A saved question as it is stored. */
const QuestionRecord = z.strictObject({
  ...fields,
  title: z.string(),
  workspaceId: idSchema("wsp"),
  ...recordOf("qst"),
});
export type QuestionRecord = z.infer<typeof QuestionRecord>;

/** A saved question as one reader sees it. */
export const QuestionView = QuestionRecord.extend({
  can: z.strictObject({ write: z.boolean() }),
}).meta({ id: "Question" });
export type QuestionView = z.infer<typeof QuestionView>;

/** A question in a list: all but what was answered and how it was built. */
export const QuestionItem = QuestionView.omit({
  answer: true,
  assumptions: true,
  built: true,
}).meta({
  id: "QuestionItem",
});
export type QuestionItem = z.infer<typeof QuestionItem>;
