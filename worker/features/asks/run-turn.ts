import { countedTokens, type Tokens } from "#domain/asks/cost.ts";
import type { Budget } from "#domain/asks/model.ts";
import { eventText, type AskEvent } from "#domain/asks/stream.ts";
import {
  makeTurn,
  type TurnOutcome,
  type TurnRequest,
} from "#worker/integrations/anthropic/turn.ts";
import type { AnthropicAccount } from "#worker/integrations/anthropic/config.ts";
import { log } from "#worker/platform/log.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** A turn that is reserved and ready to be made. */
export interface Ready {
  account: AnthropicAccount;
  request: TurnRequest;
  start: Extract<AskEvent, { type: "start" }>;
  /** Input tokens by its length, for a call that ends before the API counts them. */
  estimate: number;
  /** Whether a call other than one to the person ends the question. */
  mustAsk: boolean;
  /** Keeps what was used and said. `cost` is in millionths of a dollar. */
  settle(outcome: TurnOutcome): Promise<{ costMicros: number; budgets: Budgets }>;
}

interface Budgets {
  person: Budget;
  organization: Budget;
}

/** What a call has used: as counted, or by its length where it ended before that. */
function usedBy(outcome: TurnOutcome, estimate: number): Tokens {
  if (outcome.used || outcome.end !== "cut") return outcome.tokens;
  return { ...outcome.tokens, input: estimate };
}

/**
 * Makes a turn and answers it as server-sent events. When the page goes away the call is ended; what it used until then is kept all
 * the same.
 */
export function streamTurn(ctx: Ctx, ready: Ready): Response {
  const abort = new AbortController();
  const encoder = new TextEncoder();
  let open = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (event: AskEvent): void => {
        if (open) controller.enqueue(encoder.encode(eventText(event)));
      };
      const work = run(ready, say, abort.signal)
        .catch((error: unknown) => {
          log("error", "ask.failed", { requestId: ctx.requestId, error: String(error) });
          say({ type: "fault", fault: "server", seconds: null });
        })
        .finally(() => {
          if (open) controller.close();
          open = false;
        });
      ctx.defer(work);
    },
    cancel() {
      open = false;
      abort.abort();
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" },
  });
}

async function run(
  ready: Ready,
  say: (event: AskEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  say(ready.start);
  const calls: Extract<AskEvent, { type: "call" }>[] = [];
  const made = await makeTurn(ready.account, ready.request, {
    say: (said) => (said.type === "call" ? calls.push(said) : say(said)),
    onWait: (wait) => say({ type: "waiting", ...wait }),
    signal,
  });
  const stubborn = ready.mustAsk && calls.some(({ name }) => name !== "ask_user");
  const outcome: TurnOutcome = {
    ...made,
    ...(stubborn ? { content: [], end: "repairs" as const } : {}),
    tokens: usedBy(made, ready.estimate),
  };
  const { costMicros, budgets } = await ready.settle(outcome);
  if (!stubborn) for (const call of calls) say(call);
  const { tokens, end } = outcome;
  say({ type: "usage", tokens, counted: countedTokens(tokens), costMicros, ...budgets });
  say(typeof end === "string" ? { type: "end", end } : { type: "fault", ...end });
}
