/** What the fake says in one turn, block by block. Text in pieces of its own length. A recorded block has the API's own signature or id. */
export type Said =
  | { thinking: string; signature?: string | undefined }
  | { text: string }
  | { tool: string; input: unknown; id?: string | undefined };

/** One turn of the fake. */
export interface FakeTurn {
  says: readonly Said[];
  /** What follows from the blocks unless told. */
  stop?: "end_turn" | "tool_use" | "max_tokens" | "refusal" | "model_context_window_exceeded";
  /** Cuts the stream after so many events, without an end. */
  cutAfter?: number;
  /** Milliseconds between events. */
  pace?: number;
  /** Stands in the ids of its blocks, so that they are the same whatever was said before; its number unless told. */
  name?: string;
  /** What the API counted, of a recorded turn; the fake counts letters unless told. */
  usage?: WireUsage & { output_tokens: number };
}

/** Tokens of an answer. */
export interface WireUsage {
  input_tokens: number;
  cache_read_input_tokens: number;
  cache_creation_input_tokens: number;
}

/** About four letters make a token. */
const tokensOf = (text: string): number => Math.ceil(text.length / 4);

const pieces = (text: string, length: number): string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );

function blockOf(said: Said, at: number, turn: number | string) {
  if ("thinking" in said)
    return {
      block: { type: "thinking", thinking: "", signature: "" },
      deltas: [
        ...pieces(said.thinking, 24).map((thinking) => ({ type: "thinking_delta", thinking })),
        { type: "signature_delta", signature: said.signature ?? `sig-${turn}-${at}` },
      ],
      text: said.thinking,
    };
  if ("text" in said)
    return {
      block: { type: "text", text: "", citations: null },
      deltas: pieces(said.text, 16).map((text) => ({ type: "text_delta", text })),
      text: said.text,
    };
  const json = JSON.stringify(said.input);
  return {
    block: { type: "tool_use", id: said.id ?? `toolu_${turn}_${at}`, name: said.tool, input: {} },
    deltas: ["", ...pieces(json, 12)].map((partial_json) => ({
      type: "input_json_delta",
      partial_json,
    })),
    text: json,
  };
}

/** The events of one turn, as the Messages API streams them: https://platform.claude.com/docs/en/build-with-claude/streaming */
export function turnEvents(
  turn: FakeTurn,
  about: { id: string; model: string; usage: WireUsage; turn: number },
): { type: string }[] {
  const blocks = turn.says.map((said, at) => blockOf(said, at, turn.name ?? about.turn));
  const usage = turn.usage ?? about.usage;
  const calls = turn.says.some((said) => "tool" in said);
  const output =
    turn.usage?.output_tokens ?? blocks.reduce((sum, { text }) => sum + tokensOf(text), 0);
  const message = {
    id: about.id,
    type: "message",
    role: "assistant",
    model: about.model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    container: null,
    usage: {
      ...usage,
      cache_creation: null,
      output_tokens: 1,
      server_tool_use: null,
      service_tier: "standard",
    },
  };
  return [
    { type: "message_start", message },
    { type: "ping" },
    ...blocks.flatMap(({ block, deltas }, index) => [
      { type: "content_block_start", index, content_block: block },
      ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
      { type: "content_block_stop", index },
    ]),
    {
      type: "message_delta",
      delta: {
        stop_reason: turn.stop ?? (calls ? "tool_use" : "end_turn"),
        stop_sequence: null,
        stop_details: null,
        container: null,
      },
      usage: { ...usage, output_tokens: output },
    },
    { type: "message_stop" },
  ] as { type: string }[];
}

/** The bytes of a stream of events; a cut one ends in an error of the connection. */
export function eventStream(events: readonly { type: string }[], turn: FakeTurn): ReadableStream {
  const encoder = new TextEncoder();
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (turn.pace) await new Promise((resolve) => setTimeout(resolve, turn.pace));
      if (turn.cutAfter !== undefined && at >= turn.cutAfter) {
        controller.error(new Error("cut"));
        return;
      }
      const event = events[at];
      at += 1;
      if (event === undefined) controller.close();
      else
        controller.enqueue(
          encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
        );
    },
  });
}
