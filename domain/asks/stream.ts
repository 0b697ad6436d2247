import { piecesOf } from "#domain/stream.ts";
import type { Budget } from "./model.ts";
import type { Tokens } from "./cost.ts";
import type { SentPart } from "./prompt.ts";

/** How a turn ended. `tools` waits for the page; `cut` and `max_tokens` can be continued; the rest are ends. */
export type TurnEnd =
  | "tools"
  | "text"
  | "max_tokens"
  | "cut"
  | "refusal"
  | "context"
  | "repairs"
  | "turns";

/** Why the API gave no turn: each has its words on the page. */
export type UpstreamFault =
  | "key"
  | "request"
  | "model"
  | "limited"
  | "overloaded"
  | "context"
  | "unreachable"
  | "server";

/** What a turn tells while it comes, in this order: start, then whatever the model says, usage, end or fault. */
export type AskEvent =
  | {
      type: "start";
      askId: string | null;
      model: string;
      /** All that this turn sends for the first time, word for word. */
      sent: SentPart[];
      /** ISO instant. */
      at: string;
    }
  /** What the model notes for itself between tools, in short. */
  | { type: "thought"; text: string }
  | { type: "text"; text: string }
  /** Part of the JSON of a final answer on its way. */
  | { type: "draft"; text: string }
  /** A tool that the page is to run; input as the model wrote it, to be read with `readCall`. */
  | { type: "call"; id: string; name: string; input: unknown }
  /** The API asks to wait that long before the next attempt. */
  | { type: "waiting"; seconds: number; reason: "limited" | "overloaded" }
  | {
      type: "usage";
      tokens: Tokens;
      counted: number;
      costMicros: number;
      person: Budget;
      organization: Budget;
    }
  | { type: "end"; end: TurnEnd }
  | { type: "fault"; fault: UpstreamFault; seconds: number | null };

/** One event as it goes over the wire. JSON holds no line feed, so that nothing said can end it. */
export function eventText(event: AskEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

/**
 * The events of a body as they arrive, however it is cut into pieces. Ends where the body ends; whoever reads it knows from a missing
 * `end` or `fault` that it was cut.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<AskEvent> {
  for await (const block of piecesOf(body, "\n\n"))
    if (block.startsWith("data: ")) yield JSON.parse(block.slice(6)) as AskEvent;
}
