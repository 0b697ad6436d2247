import { and, asc, eq, type InferSelectModel } from "drizzle-orm";
import { outputText } from "#domain/asks/tool-output.ts";
import type { ToolResult } from "#domain/asks/model.ts";
import { fail } from "#domain/errors.ts";
import type { MessageContent } from "#worker/integrations/anthropic/turn.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { asks, askTurns } from "./schema.ts";

export type Ask = InferSelectModel<typeof asks>;
export type Turn = Pick<
  InferSelectModel<typeof askTurns>,
  "speaker" | "content" | "told" | "createdAt"
>;

/** A conversation of this person's own with all its turns. Error: `ask.not_found`, also for those of others. */
export async function readConversation(ctx: Ctx, id: string): Promise<{ ask: Ask; turns: Turn[] }> {
  const [found, turns] = await Promise.all([
    ctx.db
      .select()
      .from(asks)
      .where(and(eq(asks.id, id), eq(asks.askedBy, ctx.userId))),
    ctx.db
      .select({
        speaker: askTurns.speaker,
        content: askTurns.content,
        told: askTurns.told,
        createdAt: askTurns.createdAt,
      })
      .from(askTurns)
      .where(eq(askTurns.askId, id))
      .orderBy(asc(askTurns.seq)),
  ]);
  const ask = found[0] ?? fail("ask.not_found", { id });
  return { ask, turns };
}

/** Letters of a conversation, beyond which it is refused: a new question begins a new one. */
const MOST_LETTERS = 600_000;

/** Error: `ask.too_long`. */
export function holdLength(turns: readonly Turn[]): void {
  if (JSON.stringify(turns.map(({ content }) => content)).length > MOST_LETTERS)
    fail("ask.too_long");
}

/** Ids of the calls that the model made last and that nobody has answered. */
export function pendingCalls(turns: readonly Turn[]): { id: string; name: string }[] {
  const last = turns.at(-1);
  if (last?.speaker !== "assistant") return [];
  return last.content.flatMap((block) =>
    block.type === "tool_use" ? [{ id: block.id, name: block.name }] : [],
  );
}

/**
 * What the page says of the pending calls, as blocks. Only a call that was made can be answered, and once: a page can't slip in what
 * no tool gave. With `partly`, calls that are left out are said to be over. Error: `ask.unexpected_results`.
 */
export function resultBlocks(
  turns: readonly Turn[],
  results: readonly ToolResult[],
  partly: boolean,
): MessageContent {
  const pending = pendingCalls(turns);
  const known = new Set(pending.map(({ id }) => id));
  const given = new Map(results.map((one) => [one.callId, one.output]));
  const strange = given.size !== results.length || results.some(({ callId }) => !known.has(callId));
  if (strange || (!partly && given.size !== pending.length)) fail("ask.unexpected_results");
  return pending.map(({ id, name }) => {
    const output = given.get(id);
    const over =
      name === "final_answer" ? "The answer was shown to the person." : "The person went on.";
    return {
      type: "tool_result",
      tool_use_id: id,
      content: output === undefined ? over : outputText(output),
      ...(output?.kind === "error" ? { is_error: true } : {}),
    };
  });
}
