import { z } from "zod";
import { linesOf } from "#domain/boards/lines.ts";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { AskSource } from "./source.ts";
import { ToolOutput } from "./tool-output.ts";

export const AskId = idSchema("ask");

/** What a tool answered that the page ran. Its id is that of a call which the model has made and nobody has answered. */
export const ToolResult = z.strictObject({
  callId: z.string().regex(/^[\w-]{1,100}$/),
  output: ToolOutput,
});
export type ToolResult = z.infer<typeof ToolResult>;

const language = z.enum(["fr", "en"]);
const results = z.array(ToolResult).max(8);

/** A question, the first of a conversation or a next one in it. */
const AskQuestion = z.strictObject({
  kind: z.literal("question"),
  workspaceId: idSchema("wsp"),
  /** The conversation that it goes on with; null begins one. */
  askId: AskId.nullable(),
  question: linesOf(2_000).min(1),
  language,
  /** IANA name, such as Europe/Paris: which day it is follows from it. */
  timeZone: z.string().regex(/^[\w+/-]{1,60}$/),
  /** Assumptions that the person has set. */
  fixed: z.array(z.strictObject({ label: nameLine(60), value: nameLine(160) })).max(12),
  sources: z.array(AskSource).min(1).max(30),
  /** What the last answer's query gave, for a next question. */
  results,
});
export type AskQuestion = z.infer<typeof AskQuestion>;

/** One turn of a conversation with the model. The server keeps all turns before it. */
export const AskBody = z.discriminatedUnion("kind", [
  AskQuestion,
  /** Outcomes of the tools that the model called in its last turn, each of them. */
  z.strictObject({ kind: z.literal("results"), askId: AskId, results: results.min(1) }),
  /** The same turn again, after a cut. */
  z.strictObject({ kind: z.literal("continue"), askId: AskId }),
  /** What a query does, in words; no part of a conversation. */
  z.strictObject({
    kind: z.literal("explain"),
    workspaceId: idSchema("wsp"),
    sql: linesOf(20_000).min(1),
    language,
  }),
]);
export type AskBody = z.infer<typeof AskBody>;

const tokens = z.int().min(0);

/** What was used of a budget of tokens in a month. */
export const Budget = z.strictObject({ used: tokens, limit: tokens });
export type Budget = z.infer<typeof Budget>;

/** Whether questions can be asked, and of which model. */
export const AskStatus = z
  .strictObject({ ready: z.boolean(), model: z.string(), person: Budget, organization: Budget })
  .meta({ id: "AskStatus" });
export type AskStatus = z.infer<typeof AskStatus>;

const Spent = z.strictObject({
  questions: tokens,
  tokens,
  /** Millionths of a dollar, by the prices that held when it was spent. */
  costMicros: tokens,
});

/** What a month has used. `people` is for those who read the audit log; null for others. */
export const AskUsage = z
  .strictObject({
    month: z.string().regex(/^\d{4}-\d{2}$/),
    person: Spent.extend({ limit: tokens }),
    organization: Spent.extend({ limit: tokens }),
    people: z.array(Spent.extend({ userId: idSchema("usr") })).nullable(),
  })
  .meta({ id: "AskUsage" });
export type AskUsage = z.infer<typeof AskUsage>;

/** A conversation as the log tells of it. */
export interface AskRecord {
  id: string;
  workspaceId: string;
  question: string;
  model: string;
  /** Rows that were sent as they are, with consent. */
  rowsSent: number;
}
