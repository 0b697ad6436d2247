import type { ChartUnfit } from "#domain/asks/chart-hint.ts";
import type { Confidence, FinalAnswer } from "#domain/asks/final-answer.ts";
import type { SentPart } from "#domain/asks/prompt.ts";
import type { TurnEnd, UpstreamFault } from "#domain/asks/stream.ts";
import type { Budget } from "#domain/asks/model.ts";
import { answerPieces } from "#domain/asks/answer-text.ts";
import type { SqlRefused } from "#web/features/analytics/engine/read.ts";
import type { Answer } from "#web/features/analytics/query/answer.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";

/** What keeps a question from its answer, and can often be gone on from. */
export type Trouble =
  | { kind: "fault"; fault: UpstreamFault; seconds: number | null }
  | { kind: "end"; end: Exclude<TurnEnd, "tools" | "text"> }
  /** A refusal of our own server, or the network. */
  | { kind: "problem"; error: unknown }
  /** The engine, such as out of memory. */
  | { kind: "engine"; error: unknown };

/** What was used for one question. */
export interface Used {
  tokens: number;
  costMicros: number;
  person: Budget | null;
}

/** An assumption that the person has set. */
export interface Fixed {
  label: string;
  value: string;
}

/** One question with all that came of it. */
export interface Exchange {
  question: string;
  fixed: Fixed[];
  /** `asking` and `consenting` wait for the person. */
  state: "working" | "asking" | "consenting" | "answered" | "stopped" | "troubled";
  /** What the model says of its work, the latest of it. */
  note: string;
  /** The answer's text while it comes. */
  draft: string;
  answer: FinalAnswer | null;
  /** What the model said in words alone, where it gave no answer of the agreed form. */
  said: string;
  result: Answer | null;
  /** The chart that the model named, where another is drawn. */
  unfit: ChartUnfit | null;
  confidence: Confidence | null;
  repairs: number;
  looks: number;
  asking: { question: string; choices: string[] } | null;
  /** Rows that wait for consent, with the columns' names. */
  consenting: { columns: string[]; rows: Cell[][] } | null;
  waiting: { seconds: number; reason: "limited" | "overloaded" } | null;
  sent: SentPart[];
  used: Used;
  /** ISO instant of its first turn. */
  at: string | null;
  trouble: Trouble | null;
  /** The last statement that the database refused, and why. */
  refused: { sql: string; error: SqlRefused } | null;
}

export function newExchange(question: string, fixed: Fixed[]): Exchange {
  return {
    question,
    fixed,
    state: "working",
    note: "",
    draft: "",
    answer: null,
    said: "",
    result: null,
    unfit: null,
    confidence: null,
    repairs: 0,
    looks: 0,
    asking: null,
    consenting: null,
    waiting: null,
    sent: [],
    used: { tokens: 0, costMicros: 0, person: null },
    at: null,
    trouble: null,
    refused: null,
  };
}

const holed = (text: string): boolean =>
  answerPieces(text, () => null).some(({ missing }) => missing);

/** Whether what is shown comes of SQL that the person wrote in place of the answer's own. */
export const isCorrected = ({ answer, result }: Pick<Exchange, "answer" | "result">): boolean =>
  answer !== null && result !== null && result.sql !== answer.sql;

/** What the shown result is called. The answer's title tells of its own SQL alone. */
export const titleOf = (exchange: Exchange): string =>
  (isCorrected(exchange) ? undefined : exchange.answer?.title) ?? exchange.question;

/**
 * The words to show, with the result that holds their figures. Once nothing more comes, words without their figures say nothing: none.
 * Nor do they say anything of a result of other SQL: its cells in the old sentence would make it false.
 */
export function wordsOf(exchange: Exchange): { text: string; plain: boolean } | null {
  const { answer, draft, said, state, result, trouble } = exchange;
  if (isCorrected(exchange)) return null;
  if (answer !== null) {
    const lost = result === null && trouble !== null && holed(answer.answer);
    return lost ? null : { text: answer.answer, plain: false };
  }
  const coming = state === "working" || state === "asking" || state === "consenting";
  if (draft !== "" && (coming || !holed(draft))) return { text: draft, plain: false };
  return state === "answered" && said !== "" ? { text: said, plain: true } : null;
}
