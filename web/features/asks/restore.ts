import type { AskConversation, PastCall } from "#domain/asks/history.ts";
import { readCall, type ToolCall } from "#domain/asks/tools.ts";
import type { Pending } from "./ask-machine.ts";
import { newExchange, type Exchange } from "./exchange.ts";

type Past = AskConversation["questions"][number];

const opened = ({ calls }: Past): PastCall[] => calls.filter(({ outcome }) => outcome === "open");
const readOf = (call: PastCall | undefined): ToolCall | null =>
  call === undefined ? null : readCall(call.name, call.input);

/** What a question came to, as far as the server knows. Figures are computed anew by whoever shows it. */
function exchangeOf(past: Past, isLast: boolean): Exchange {
  const { question, fixed, at, sent, calls, said, unanswered, used } = past;
  const exchange: Exchange = {
    ...newExchange(question, fixed),
    at,
    sent,
    said,
    used: { ...used, person: null },
    repairs: calls.filter(({ outcome }) => outcome === "failed").length,
    looks: calls.filter(({ name }) => name === "run_sql").length,
  };
  const call = calls.at(-1);
  const read = call?.outcome === "failed" ? null : readOf(call);
  if (read?.name === "final_answer") {
    const { input } = read;
    const abstains = input.abstained || input.sql === null;
    return {
      ...exchange,
      state: "answered",
      answer: abstains ? { ...input, sql: null } : input,
      // How sure it is follows from its figures, once they are there.
      confidence: abstains ? "low" : null,
    };
  }
  if (!unanswered && call?.outcome !== "open" && said !== "")
    return { ...exchange, state: "answered", confidence: "low" };
  if (!isLast) return { ...exchange, state: "stopped" };
  if (read?.name === "ask_user" && call?.outcome === "open") {
    const { question: back, choices } = read.input;
    return { ...exchange, state: "asking", asking: { question: back, choices } };
  }
  return { ...exchange, state: "troubled", trouble: { kind: "end", end: "cut" } };
}

/** A conversation as the page shows it. */
export function exchangesOf({ questions }: AskConversation): Exchange[] {
  return questions.map((past, at) => exchangeOf(past, at === questions.length - 1));
}

/** What the model called last and nobody has answered. */
export function pendingOf({ questions }: AskConversation): Pending["calls"] {
  const last = questions.at(-1);
  if (last === undefined || last.unanswered) return [];
  return opened(last).map(({ id, name, input }) => ({ id, name, input }));
}
