import { fail } from "#domain/errors.ts";
import type { NoteView } from "#domain/notes/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findNote } from "./queries.ts";
import { viewOf } from "./record.ts";

/** One note. Error: `note.not_found`, for deleted ones too. */
export async function readNote(ctx: Ctx, input: { id: string }): Promise<NoteView> {
  const [record, actor] = await Promise.all([findNote(ctx, input.id), ctx.actor()]);
  if (!record) return fail("note.not_found", { id: input.id });
  return viewOf(record, actor);
}
