import { foldText } from "#domain/analytics/suggest/fold.ts";
import { askEvent } from "#domain/asks/events.ts";
import type { AskBody, AskQuestion, AskRecord } from "#domain/asks/model.ts";
import { eventText } from "#domain/asks/stream.ts";
import { TOOLS } from "#domain/asks/tools.ts";
import { newId } from "#domain/ids.ts";
import { fail } from "#domain/errors.ts";
import { workspaceGuard } from "#worker/features/workspaces/living.ts";
import { askingOf } from "#worker/platform/asking.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { monthOf, readSpent } from "./budget.ts";
import { holdLength, readConversation, type Ask, type Turn } from "./conversation.ts";
import { explain } from "./explain.ts";
import { readKnowledge } from "./knowledge.ts";
import { againTurn, resultsTurn } from "./prepare-next.ts";
import { prefixOf, questionTurn, type Prepared } from "./prepare-question.ts";
import { reserveCall } from "./reserve-call.ts";
import { streamTurn } from "./run-turn.ts";
import { asks, askTurns } from "./schema.ts";

/** Letters of a conversation's questions that are searched, the last ones. */
const LONGEST_WORDS = 20_000;

/**
 * One turn with the model: a question, the outcomes of its tools, or the last turn again. The page sends what is new; the turns before
 * stand here, as they were. Errors: see the route.
 */
export async function askTurn(ctx: Ctx, body: AskBody): Promise<Response> {
  if (body.kind === "explain") return explain(ctx, body);
  const config = askingOf(ctx);
  const spending = readSpent(ctx, monthOf(ctx.clock.now()));
  spending.catch(() => undefined);
  if (body.kind === "question") {
    const [knowledge, standing] = await Promise.all([
      readKnowledge(ctx, body.workspaceId, body.question),
      body.askId === null ? null : readConversation(ctx, body.askId),
    ]);
    if (standing !== null && standing.ask.workspaceId !== body.workspaceId)
      fail("ask.not_found", { id: standing.ask.id });
    const isNew = standing === null;
    const ask = standing?.ask ?? newAsk(ctx, body, config.model, prefixOf(body, knowledge));
    const turns = standing?.turns ?? [];
    const nowMs = ctx.clock.now();
    const turn = questionTurn(body, knowledge, { prefix: ask.prefix, turns, isNew, nowMs });
    const words = `${ask.words}\n${foldText(body.question)}`.slice(-LONGEST_WORDS);
    const next = { ...ask, question: body.question, words, repairs: 0, calls: 1 };
    return make(ctx, { ask: next, turns, turn, isNew, asked: true, mustAsk: false, spending });
  }
  const { ask, turns } = await readConversation(ctx, body.askId);
  const turn =
    body.kind === "results" ? resultsTurn(ask, turns, body.results) : againTurn(ask, turns);
  if ("over" in turn) return ended(turn.over);
  const { repairs, rows, mustAsk } = turn;
  const next = { ...ask, repairs, calls: ask.calls + 1, rowsSent: ask.rowsSent + rows };
  const rowsBefore = rows > 0 ? ask.rowsSent : null;
  return make(ctx, {
    ask: next,
    turns,
    turn,
    isNew: false,
    asked: false,
    mustAsk,
    spending,
    rowsBefore,
  });
}

function newAsk(ctx: Ctx, body: AskQuestion, model: string, prefix: string[]): Ask {
  const now = isoNow(ctx.clock);
  return {
    id: newId("ask", ctx.clock.now()),
    version: 1,
    workspaceId: body.workspaceId,
    askedBy: ctx.userId,
    question: body.question,
    title: "",
    words: "",
    model,
    prefix,
    repairs: 0,
    calls: 1,
    rowsSent: 0,
    createdAt: now,
    updatedAt: now,
  };
}

/** A question that ends without another call. */
function ended(end: "repairs" | "turns"): Response {
  return new Response(eventText({ type: "end", end }), {
    headers: { "content-type": "text/event-stream" },
  });
}

const recordOf = ({ id, workspaceId, question, model, rowsSent }: Ask): AskRecord => ({
  id,
  workspaceId,
  question,
  model,
  rowsSent,
});

interface Making {
  /** As it is to stand, with the version that it has. */
  ask: Ask;
  turns: Turn[];
  turn: Prepared;
  isNew: boolean;
  /** Whether this turn is a question. */
  asked: boolean;
  mustAsk: boolean;
  spending: ReturnType<typeof readSpent>;
  /** Rows sent before this turn, where it sends some. */
  rowsBefore?: number | null;
}

/** Keeps the turn and its reservation, then makes it. */
async function make(ctx: Ctx, making: Making): Promise<Response> {
  const { ask, turn, isNew, asked, mustAsk, rowsBefore } = making;
  const now = isoNow(ctx.clock);
  const { content, told } = turn;
  const own: Turn = { speaker: "user", content, told, createdAt: now };
  const turns: Turn[] = [...making.turns, own];
  holdLength(turns);
  const record = recordOf(ask);
  const kept = { ...ask, updatedAt: now };
  const { id: _id, version, ...changes } = kept;
  const seq = turns.length;
  const row = { askId: ask.id, seq, ...own };
  const settled = isNew ? 1 : version + 1;
  const ready = await reserveCall(ctx, {
    ask: { id: ask.id, version: settled, seq: seq + 1, untitled: ask.title === "" },
    model: ask.model,
    effort: askingOf(ctx).effort,
    prefix: ask.prefix,
    tools: TOOLS,
    messages: turns,
    isQuestion: asked,
    mustAsk,
    sent: turn.sent,
    spent: await making.spending,
    writes: [
      ...(asked ? [workspaceGuard(ask.workspaceId)] : []),
      isNew ? insert(asks, kept) : update(asks, { id: ask.id, version }, changes),
      insert(askTurns, row),
    ],
    events: [
      ...(asked ? [askEvent("asked", { before: null, after: record })] : []),
      ...(typeof rowsBefore === "number"
        ? [askEvent("rows_sent", { before: { ...record, rowsSent: rowsBefore }, after: record })]
        : []),
    ],
  });
  return streamTurn(ctx, ready);
}
