import { Fault, fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { questionEvent } from "#domain/questions/events.ts";
import type { QuestionInput, QuestionRecord, QuestionView } from "#domain/questions/model.ts";
import { workspaceGuard } from "#worker/features/workspaces/living.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { questionKind } from "./kind.ts";
import { questions } from "./schema.ts";

/** Saves a question in a workspace. Error: `workspace.not_found`. */
export async function createQuestion(ctx: Ctx, input: QuestionInput): Promise<QuestionView> {
  const now = isoNow(ctx.clock);
  const actor = await ctx.actor();
  const record: QuestionRecord = {
    ...input,
    id: newId("qst", ctx.clock.now()),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [workspaceGuard(input.workspaceId), insert(questions, record)],
    events: [questionEvent("created", { before: null, after: record })],
    answer: questionKind.view(record, actor),
  }).catch((error: unknown) => {
    if (!(error instanceof Fault) || error.code !== "conflict.version") throw error;
    return fail("workspace.not_found", { id: input.workspaceId });
  });
}
