import type { ToolResult } from "#domain/asks/model.ts";
import { outputText } from "#domain/asks/tool-output.ts";
import { fail } from "#domain/errors.ts";
import { resultBlocks, type Ask, type Turn } from "./conversation.ts";
import type { Prepared } from "./prepare-question.ts";

/** So often a failed statement is mended before the person is asked. */
const MOST_REPAIRS = 3;
/** Calls of the API for one question, whatever the model asks for. */
const MOST_CALLS = 12;

const ASK_NOW =
  "Three repairs are spent. Call ask_user now and ask what would help; run no other statement.";
const AGAIN = "Your last turn was cut off before its end. Make it again, briefly.";

/** A next turn with how the question stands, or why there is none. */
export type Next =
  | (Prepared & { repairs: number; rows: number; mustAsk: boolean })
  | { over: "repairs" | "turns" };

/** The turn that answers the model's calls. Error: `ask.unexpected_results`. */
export function resultsTurn(ask: Ask, turns: readonly Turn[], results: ToolResult[]): Next {
  const content = resultBlocks(turns, results, false);
  if (content.length === 0) fail("ask.unexpected_results");
  const failed = results.some(({ output }) => output.kind === "error");
  const repairs = ask.repairs + (failed ? 1 : 0);
  if (repairs > MOST_REPAIRS + 1) return { over: "repairs" };
  if (ask.calls >= MOST_CALLS) return { over: "turns" };
  const mustAsk = failed && repairs > MOST_REPAIRS;
  const rows = results.reduce(
    (sum, { output }) => sum + (output.kind === "result" ? (output.consented?.length ?? 0) : 0),
    0,
  );
  const sent = results.map(({ output }) => ({
    kind: output.kind === "result" && output.consented ? ("rows" as const) : ("result" as const),
    text: outputText(output),
  }));
  const kinds = content.map((block) => {
    const at = results.findIndex(
      ({ callId }) => block.type === "tool_result" && block.tool_use_id === callId,
    );
    return sent[at]?.kind ?? null;
  });
  return {
    content: mustAsk ? [...content, { type: "text", text: ASK_NOW }] : content,
    sent,
    told: { fixed: [], kinds },
    repairs,
    rows,
    mustAsk,
  };
}

/** The same turn once more, after a cut. Error: `ask.unexpected_results` where the model has had its say. */
export function againTurn(ask: Ask, turns: readonly Turn[]): Next {
  if (turns.at(-1)?.speaker !== "user") fail("ask.unexpected_results");
  if (ask.calls >= MOST_CALLS) return { over: "turns" };
  return {
    content: [{ type: "text", text: AGAIN }],
    sent: [],
    told: { fixed: [], kinds: [] },
    repairs: ask.repairs,
    rows: 0,
    mustAsk: ask.repairs > MOST_REPAIRS,
  };
}
