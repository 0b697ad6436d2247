import Anthropic from "@anthropic-ai/sdk";
import type { Tokens } from "#domain/asks/cost.ts";
import type { TurnEnd, UpstreamFault } from "#domain/asks/stream.ts";
import type { ToolDefinition } from "#domain/asks/tools.ts";
import { anthropicClient, retryAfter, type OnWait } from "./client.ts";
import type { AnthropicAccount } from "./config.ts";

/** Blocks of one message, as the API gave or takes them. */
export type MessageContent = Exclude<Anthropic.MessageParam["content"], string>;

/** One turn to be made: prefix first, then the conversation. */
export interface TurnRequest {
  model: string;
  effort: "low" | "medium" | "high";
  maxTokens: number;
  /** Blocks of the system prompt; the first and the last end a part of the prefix that is cached. */
  prefix: readonly string[];
  tools: readonly ToolDefinition[];
  messages: Anthropic.MessageParam[];
}

/** What a turn says while it comes. */
export type TurnListener = (
  said:
    | { type: "thought" | "text" | "draft"; text: string }
    | { type: "call"; id: string; name: string; input: unknown },
) => void;

/** How a turn ended, with what it used; `tokens` are estimated for what was cut before the API could say. */
export interface TurnOutcome {
  content: MessageContent;
  end: TurnEnd | { fault: UpstreamFault; seconds: number | null };
  tokens: Tokens;
  /** False when nothing reached the model. */
  used: boolean;
}

const CACHED = { cache_control: { type: "ephemeral" } } as const;

/** The body of a request: the same bytes for the same turn. */
export function turnBody(request: TurnRequest): Anthropic.MessageCreateParamsStreaming {
  const { model, effort, maxTokens, prefix, tools, messages } = request;
  return {
    model,
    max_tokens: maxTokens,
    stream: true,
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map((tool) => ({ ...tool })),
          tool_choice: { type: "auto", disable_parallel_tool_use: true },
        }),
    system: prefix.map((text, at) => ({
      type: "text",
      text,
      ...(at === 0 || at === prefix.length - 1 ? CACHED : {}),
    })),
    messages,
    // Marks the end of the conversation as well, so that its next turn reads all of this one again.
    ...CACHED,
    // Between tools this model writes into its thinking, which it keeps to itself unless told.
    thinking: { type: "adaptive", display: "summarized" },
    output_config: { effort },
  };
}

/** About so many letters make a token: for what was cut off before the API counted it. */
const LETTERS = 3;

/**
 * Makes one turn and tells what comes. Never throws: an abort, a broken stream and every refusal of the API are outcomes, as what was
 * used until then counts.
 */
export async function makeTurn(
  account: AnthropicAccount,
  request: TurnRequest,
  { say, onWait, signal }: { say: TurnListener; onWait: OnWait; signal: AbortSignal },
): Promise<TurnOutcome> {
  const client = anthropicClient(account, onWait);
  const stream = client.messages.stream(turnBody(request), { signal });
  const tokens: Tokens = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  let letters = 0;
  let begun = false;
  let draft = false;
  stream.on("streamEvent", (event) => {
    if (event.type === "message_start") {
      begun = true;
      count(tokens, event.message.usage);
    } else if (event.type === "message_delta") {
      tokens.output = event.usage.output_tokens;
    } else if (event.type === "content_block_start") {
      draft =
        event.content_block.type === "tool_use" && event.content_block.name === "final_answer";
    } else if (event.type === "content_block_delta") {
      const { delta } = event;
      if (delta.type === "text_delta") say({ type: "text", text: delta.text });
      else if (delta.type === "thinking_delta") say({ type: "thought", text: delta.thinking });
      else if (delta.type === "input_json_delta" && draft)
        say({ type: "draft", text: delta.partial_json });
      letters += lettersOf(delta);
    }
  });
  try {
    const message = await stream.finalMessage();
    for (const block of message.content)
      if (block.type === "tool_use" && message.stop_reason === "tool_use")
        say({ type: "call", id: block.id, name: block.name, input: block.input });
    return {
      content: message.content as MessageContent,
      end: endOf(message.stop_reason),
      tokens,
      used: true,
    };
  } catch (error) {
    if (begun) tokens.output = Math.max(tokens.output, Math.ceil(letters / LETTERS));
    const cut = begun || signal.aborted;
    return { content: [], end: cut ? "cut" : faultOf(error), tokens, used: begun };
  }
}

function count(tokens: Tokens, usage: Anthropic.Usage): void {
  tokens.input = usage.input_tokens;
  tokens.output = usage.output_tokens;
  tokens.cacheRead = usage.cache_read_input_tokens ?? 0;
  tokens.cacheWrite = usage.cache_creation_input_tokens ?? 0;
}

function lettersOf(delta: Anthropic.RawContentBlockDelta): number {
  if (delta.type === "text_delta") return delta.text.length;
  if (delta.type === "thinking_delta") return delta.thinking.length;
  return delta.type === "input_json_delta" ? delta.partial_json.length : 0;
}

function endOf(reason: Anthropic.StopReason | null): TurnEnd {
  switch (reason) {
    case "tool_use":
      return "tools";
    case "max_tokens":
      return "max_tokens";
    case "refusal":
      return "refusal";
    case "model_context_window_exceeded":
      return "context";
    case "end_turn":
    case "stop_sequence":
    case "pause_turn":
      return "text";
    case null:
      return "cut";
    default:
      return reason satisfies never;
  }
}

/** Why nothing came. */
function faultOf(error: unknown): { fault: UpstreamFault; seconds: number | null } {
  const status = error instanceof Anthropic.APIError ? error.status : undefined;
  const headers = error instanceof Anthropic.APIError ? error.headers : undefined;
  const seconds = headers === undefined ? null : retryAfter(headers as Headers);
  const by: Record<number, UpstreamFault> = {
    400: "request",
    401: "key",
    402: "key",
    403: "key",
    404: "model",
    413: "context",
    429: "limited",
    529: "overloaded",
    503: "overloaded",
  };
  const fault = status === undefined ? "unreachable" : (by[status] ?? "server");
  return { fault, seconds };
}
