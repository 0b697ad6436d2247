import type { SentPart } from "#domain/asks/prompt.ts";
import { countedTokens, type Tokens } from "#domain/asks/cost.ts";
import type { ToolDefinition } from "#domain/asks/tools.ts";
import { fail } from "#domain/errors.ts";
import type { DomainEvent } from "#domain/events.ts";
import { newId } from "#domain/ids.ts";
import {
  turnBody,
  type TurnOutcome,
  type TurnRequest,
} from "#worker/integrations/anthropic/turn.ts";
import { askingOf } from "#worker/platform/asking.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert, update, type Write } from "#worker/platform/writes.ts";
import {
  budgetGuard,
  budgetsOf,
  holdBudget,
  monthOf,
  readSpent,
  tokenColumns,
  type Spent,
} from "./budget.ts";
import type { Turn } from "./conversation.ts";
import type { Ready } from "./run-turn.ts";
import { asks, askCalls, askTurns } from "./schema.ts";

/** A call that is about to be made. */
interface Reservation {
  /** The conversation as it stands once the reservation is kept, with the place of the turn to come; null outside of one. */
  ask: { id: string; version: number; seq: number; untitled: boolean } | null;
  model: string;
  effort: TurnRequest["effort"];
  prefix: readonly string[];
  tools: readonly ToolDefinition[];
  messages: readonly Pick<Turn, "speaker" | "content">[];
  isQuestion: boolean;
  mustAsk: boolean;
  sent: SentPart[];
  spent: readonly Spent[];
  writes: Write[];
  events: DomainEvent[];
}

/** Bytes of a request that make about one token. */
const BYTES = 3;

/**
 * Keeps, in one commit, what is asked and all that the call may use, so that a budget can't be exceeded and a crash leaves no call
 * uncounted. Errors: `ask.no_key`, `ask.budget_spent`, those of `commit`.
 */
export async function reserveCall(ctx: Ctx, reservation: Reservation): Promise<Ready> {
  const { ask, model, effort, prefix, tools, spent, isQuestion, mustAsk, sent } = reservation;
  const config = askingOf(ctx);
  const account = config.account ?? fail("ask.no_key");
  const request: TurnRequest = {
    model,
    effort,
    maxTokens: config.maxTokens,
    prefix,
    tools,
    messages: reservation.messages.map(({ speaker, content }) => ({ role: speaker, content })),
  };
  const estimate = Math.ceil(JSON.stringify(turnBody(request)).length / BYTES);
  const most: Tokens = { input: estimate, output: config.maxTokens, cacheRead: 0, cacheWrite: 0 };
  holdBudget(budgetsOf(spent, ctx.userId, config), countedTokens(most), ctx.clock.now());
  const now = isoNow(ctx.clock);
  const price = config.price(model);
  const call = {
    id: newId("acl", ctx.clock.now()),
    version: 1,
    askId: ask?.id ?? null,
    userId: ctx.userId,
    month: monthOf(ctx.clock.now()),
    model,
    state: "running" as const,
    isQuestion,
    ...tokenColumns(most, price),
    createdAt: now,
  };
  const keep = () =>
    commit(ctx, {
      writes: [...reservation.writes, insert(askCalls, call), budgetGuard(call, config)],
      events: reservation.events,
      answer: null,
    });
  await keep().catch(async () => {
    // Another call of the same moment may have taken what was left: then that is why. Where it has given it back, this one fits.
    const all = await readSpent(ctx, call.month);
    holdBudget(budgetsOf(all, ctx.userId, config), call.countedTokens, ctx.clock.now());
    return keep();
  });
  const settle = async (outcome: TurnOutcome) => {
    const columns = tokenColumns(outcome.tokens, price);
    const said = ask !== null && outcome.content.length > 0 && isKept(outcome);
    await commit(ctx, {
      writes: [
        update(askCalls, { id: call.id, version: 1 }, { state: stateOf(outcome), ...columns }),
        ...(said
          ? [
              update(
                asks,
                { id: ask.id, version: ask.version },
                {
                  updatedAt: isoNow(ctx.clock),
                  ...(ask.untitled ? { title: titleOf(outcome) } : {}),
                },
              ),
              insert(askTurns, {
                askId: ask.id,
                seq: ask.seq,
                speaker: "assistant",
                content: outcome.content,
                createdAt: isoNow(ctx.clock),
              }),
            ]
          : []),
      ],
      events: [],
      answer: null,
    });
    const budgets = budgetsOf(spent, ctx.userId, config, columns.countedTokens);
    return { costMicros: columns.costMicros, budgets };
  };
  const start = { type: "start" as const, askId: ask?.id ?? null, model, sent, at: now };
  return { account, request, start, estimate, mustAsk, settle };
}

/** The title that an answer brings, for the conversation that it is in; empty for a turn without an answer. */
function titleOf({ content }: TurnOutcome): string {
  const call = content.find(
    (block) => block.type === "tool_use" && block.name === "final_answer",
  ) as { input?: { title?: unknown } } | undefined;
  const title = call?.input?.title;
  return typeof title === "string" ? title.replaceAll(/\s+/g, " ").trim().slice(0, 120) : "";
}

/** Whether a turn goes on being part of the conversation: refused and cut ones do not, as they can't be gone on with. */
const isKept = ({ end }: TurnOutcome): boolean => end === "tools" || end === "text";

function stateOf({ end }: TurnOutcome): "done" | "stopped" | "failed" {
  if (typeof end !== "string") return "failed";
  return end === "cut" ? "stopped" : "done";
}
