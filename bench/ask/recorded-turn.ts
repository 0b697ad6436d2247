import { MessageStream } from "@anthropic-ai/sdk/lib/MessageStream";
import { z } from "zod";
import type { FakeTurn } from "#worker/integrations/anthropic/testing/wire.ts";

const tokens = z.int().min(0);

/**
 * One turn as it went over the wire: by which request, and what was streamed. Pieces of a block are joined; how they were cut and when
 * they came is not kept.
 */
export const RecordedTurn = z.strictObject({
  /** Digests of the request: `digestsOf`. Empty in what was written by hand and has not been played yet. */
  request: z.string(),
  prefix: z.string(),
  says: z
    .array(
      z.union([
        z.strictObject({ thinking: z.string(), signature: z.string().optional() }),
        z.strictObject({ text: z.string() }),
        z.strictObject({ tool: z.string(), input: z.unknown(), id: z.string().optional() }),
      ]),
    )
    .min(0),
  stop: z
    .enum(["end_turn", "tool_use", "max_tokens", "refusal", "model_context_window_exceeded"])
    .optional(),
  usage: z
    .strictObject({
      input_tokens: tokens,
      cache_read_input_tokens: tokens,
      cache_creation_input_tokens: tokens,
      output_tokens: tokens,
    })
    .optional(),
});
export type RecordedTurn = z.infer<typeof RecordedTurn>;

/** The turn that the wire fake streams again. `name` stands in ids that the recording does not hold. */
export function turnToSay({ says, stop, usage }: RecordedTurn, name: string): FakeTurn {
  return { says, name, ...(stop ? { stop } : {}), ...(usage ? { usage } : {}) };
}

/** JSON of the events of a body, one a line, as the client library reads them. */
function lines(sse: string): ReadableStream {
  const data = sse
    .split("\n")
    .filter((line) => line.startsWith("data: ") && !line.includes('"type":"ping"'))
    .map((line) => `${line.slice(6)}\n`)
    .join("");
  return new Blob([data]).stream();
}

/** What was streamed, out of the bytes of an answer. Throws for a cut answer and for blocks that have no place in a recording. */
export async function turnStreamed(
  sse: string,
): Promise<Pick<RecordedTurn, "says" | "stop" | "usage">> {
  const message = await MessageStream.fromReadableStream(lines(sse)).finalMessage();
  const says = message.content.map((block): RecordedTurn["says"][number] => {
    if (block.type === "thinking") return { thinking: block.thinking, signature: block.signature };
    if (block.type === "text") return { text: block.text };
    if (block.type === "tool_use") return { tool: block.name, input: block.input, id: block.id };
    throw new Error(`A block of type ${block.type} can't be recorded`);
  });
  const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens, output_tokens } =
    message.usage;
  return {
    says,
    stop: RecordedTurn.shape.stop.parse(
      message.stop_reason === "stop_sequence" ? "end_turn" : (message.stop_reason ?? undefined),
    ),
    usage: {
      input_tokens,
      cache_read_input_tokens: cache_read_input_tokens ?? 0,
      cache_creation_input_tokens: cache_creation_input_tokens ?? 0,
      output_tokens,
    },
  };
}
