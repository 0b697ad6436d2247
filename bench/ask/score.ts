import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import type { Exchange } from "#web/features/asks/exchange.ts";
import { languageOf } from "./language-of.ts";
import type { Question } from "./question.ts";
import type { Scored } from "./recording.ts";
import { sameResult } from "./same-result.ts";

const MOST_ROWS = 5000;

/** What a conversation came to and what it cost. */
export type Score = Omit<Scored, "chart" | "tokens"> & {
  chart: boolean | null;
  tokens: number;
  question: Question;
  costMicros: number;
  /** Why there is no answer, as the page would say it. */
  trouble: string | null;
};

/**
 * Scores an exchange. `right` is execution accuracy: its result says what that of the right SQL says. Where the data can't tell there is
 * nothing right but to abstain, and any answer is wrong.
 */
export async function scoreExchange(
  engine: Engine,
  question: Question,
  exchange: Exchange,
  asked: number,
): Promise<Score> {
  const { answer, result, used, repairs, looks, trouble } = exchange;
  const outcome = await outcomeOf(engine, question, exchange);
  const language = answer === null ? null : languageOf(answer.answer);
  const drawn = outcome === "right" && question.chart !== undefined;
  return {
    question,
    outcome,
    inLanguage: language === null ? null : language === question.language,
    chart: drawn ? (result?.chart?.type ?? "table") === question.chart : null,
    repairs,
    looks,
    asked,
    tokens: used.tokens,
    costMicros: used.costMicros,
    trouble: trouble === null ? null : JSON.stringify(trouble),
  };
}

async function outcomeOf(
  engine: Engine,
  question: Question,
  { state, answer, result }: Exchange,
): Promise<Scored["outcome"]> {
  if (state !== "answered" || answer === null) return "none";
  if (answer.abstained || result === null) return "abstained";
  if (question.sql === null) return "wrong";
  const right = await runRead(engine, question.sql, { limit: MOST_ROWS });
  return sameResult(right, result, question.ordered) ? "right" : "wrong";
}
