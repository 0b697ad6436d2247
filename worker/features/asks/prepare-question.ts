import type { AskQuestion } from "#domain/asks/model.ts";
import {
  glossaryText,
  pairsText,
  profilesText,
  questionText,
  schemaText,
  type SentPart,
} from "#domain/asks/prompt.ts";
import { outputText } from "#domain/asks/tool-output.ts";
import { RULES } from "#domain/asks/rules.ts";
import { fail } from "#domain/errors.ts";
import type { MessageContent } from "#worker/integrations/anthropic/turn.ts";
import { resultBlocks, type Turn } from "./conversation.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Told } from "./schema.ts";

/** The day in a zone, YYYY-MM-DD. Error: `request.invalid` for a zone that there is not. */
export function dayIn(timeZone: string, nowMs: number): string {
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(nowMs);
  } catch {
    return fail("request.invalid", {
      in: "body",
      issues: [{ path: "timeZone", rule: "zone", message: "is no time zone" }],
    });
  }
}

/** The prefix of a conversation, in its order: rules, tables, profiles, glossary. */
export function prefixOf(asked: AskQuestion, knowledge: Knowledge): string[] {
  return [
    RULES,
    schemaText(asked.sources),
    profilesText(asked.sources),
    glossaryText(knowledge.glossary),
  ];
}

/** What the parts of a prefix are called, in their order. */
export const PREFIX_KINDS = ["rules", "schema", "profiles", "glossary"] as const;

/** A user's turn, and which of its parts are new to the model. */
export interface Prepared {
  content: MessageContent;
  sent: SentPart[];
  told: Told;
}

/**
 * The turn that asks a question. In a conversation that stands, its prefix stays as it was: tables and words that changed since are
 * told in the turn.
 */
export function questionTurn(
  asked: AskQuestion,
  knowledge: Knowledge,
  at: { prefix: readonly string[]; turns: readonly Turn[]; isNew: boolean; nowMs: number },
): Prepared {
  const { prefix, turns, isNew, nowMs } = at;
  const sent: SentPart[] = [];
  const before = JSON.stringify(turns.map(({ content }) => content));
  const fresh = (text: string): boolean => !before.includes(JSON.stringify(text).slice(1, -1));
  const parts: SentPart[] = [];
  if (isNew) PREFIX_KINDS.forEach((kind, index) => sent.push({ kind, text: prefix[index] ?? "" }));
  else {
    const now = prefixOf(asked, knowledge);
    now.forEach((text, index) => {
      if (text === prefix[index] || index === 0 || !fresh(text)) return;
      parts.push({ kind: "changes", text: `This holds from now on:\n${text}` });
    });
  }
  const pairs = pairsText(knowledge.pairs);
  if (knowledge.pairs.length > 0 && fresh(pairs)) parts.push({ kind: "pairs", text: pairs });
  const { question, timeZone, language, fixed } = asked;
  const today = dayIn(timeZone, nowMs);
  parts.push({
    kind: "question",
    text: questionText({ question, today, timeZone, language, fixed }),
  });
  const results = resultBlocks(turns, asked.results, true);
  for (const { output } of asked.results) sent.push({ kind: "result", text: outputText(output) });
  sent.push(...parts);
  // What the last answer's query gave is shown with the question that it goes with; a call that is only closed is not.
  const given = new Set(asked.results.map(({ callId }) => callId));
  const closing = results.map((block) =>
    block.type === "tool_result" && given.has(block.tool_use_id) ? ("result" as const) : null,
  );
  return {
    content: [...results, ...parts.map(({ text }) => ({ type: "text" as const, text }))],
    sent,
    told: { question, fixed, kinds: [...closing, ...parts.map(({ kind }) => kind)] },
  };
}
