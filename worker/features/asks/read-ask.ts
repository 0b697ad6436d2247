import { asc, eq } from "drizzle-orm";
import type { AskConversation, PastCall, PastQuestion } from "#domain/asks/history.ts";
import type { SentPart } from "#domain/asks/prompt.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readConversation, type Turn } from "./conversation.ts";
import { PREFIX_KINDS } from "./prepare-question.ts";
import { askCalls } from "./schema.ts";

/** One of this person's own conversations, question by question. Error: `ask.not_found`, also for those of others. */
export async function readAsk(ctx: Ctx, { id }: { id: string }): Promise<AskConversation> {
  const [{ ask, turns }, calls] = await Promise.all([
    readConversation(ctx, id),
    ctx.db
      .select({
        isQuestion: askCalls.isQuestion,
        tokens: askCalls.countedTokens,
        costMicros: askCalls.costMicros,
      })
      .from(askCalls)
      .where(eq(askCalls.askId, id))
      .orderBy(asc(askCalls.id)),
  ]);
  const questions: PastQuestion[] = [];
  for (const turn of turns) {
    const told = turn.told;
    if (turn.speaker === "user" && told?.question !== undefined) {
      const sent: SentPart[] =
        questions.length === 0
          ? ask.prefix.map((text, at) => ({ kind: PREFIX_KINDS[at] ?? "changes", text }))
          : [];
      const { question, fixed } = told;
      questions.push({
        question,
        fixed,
        at: turn.createdAt,
        sent,
        calls: [],
        said: "",
        unanswered: true,
        used: { tokens: 0, costMicros: 0 },
      });
    }
    takeIn(questions, turn);
  }
  let at = -1;
  for (const { isQuestion, tokens, costMicros } of calls) {
    if (isQuestion) at += 1;
    const used = questions[at]?.used;
    if (used === undefined) continue;
    used.tokens += tokens;
    used.costMicros += costMicros;
  }
  const { workspaceId, title, question, model, createdAt, updatedAt } = ask;
  const shown = title === "" ? question : title;
  return { id, workspaceId, title: shown, question, model, createdAt, updatedAt, questions };
}

/** Adds one turn to what is known of the question that it belongs to; what it answers belongs to whichever called. */
function takeIn(questions: readonly PastQuestion[], turn: Turn): void {
  const current = questions.at(-1);
  if (current === undefined) return;
  current.unanswered = turn.speaker === "user";
  turn.content.forEach((block, at) => {
    if (block.type === "tool_use") {
      const call: PastCall = {
        id: block.id,
        name: block.name,
        input: block.input,
        outcome: "open",
      };
      current.calls.push(call);
    } else if (block.type === "tool_result") {
      const call = questions
        .flatMap(({ calls }) => calls)
        .find(({ id }) => id === block.tool_use_id);
      if (call) call.outcome = block.is_error === true ? "failed" : "done";
      const kind = turn.told?.kinds[at];
      if (kind && typeof block.content === "string")
        current.sent.push({ kind, text: block.content });
    } else if (block.type === "text") {
      const kind = turn.told?.kinds[at];
      if (turn.speaker === "assistant") current.said = block.text;
      else if (kind) current.sent.push({ kind, text: block.text });
    }
  });
}
