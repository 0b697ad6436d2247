import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { lifeOf } from "./life.ts";
import { findNote } from "./queries.ts";

/** Deletes a note; `restoreNote` brings it back. Errors: `note.not_found`, `conflict.version`. */
export async function deleteNote(ctx: Ctx, input: { id: string }): Promise<null> {
  const before = await findNote(ctx, input.id);
  if (!before) return fail("note.not_found", { id: input.id });
  const { write, event } = lifeOf(ctx, before, "deleted");
  return commit(ctx, { writes: [write], events: [event], answer: null });
}
