import { fail } from "#domain/errors.ts";
import type { NoteView } from "#domain/notes/model.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { lifeOf } from "./life.ts";
import { findNote } from "./queries.ts";
import { viewOf } from "./record.ts";

/**
 * Brings a deleted note back as it was. Errors: `note.not_found` when there is no deleted note of this id,
 * `conflict.version`.
 */
export async function restoreNote(ctx: Ctx, input: { id: string }): Promise<NoteView> {
  const [before, actor] = await Promise.all([findNote(ctx, input.id, "deleted"), ctx.actor()]);
  if (!before) return fail("note.not_found", { id: input.id });
  const { write, event, after } = lifeOf(ctx, before, "restored");
  return commit(ctx, { writes: [write], events: [event], answer: viewOf(after, actor) });
}
