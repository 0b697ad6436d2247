import { newId } from "#domain/ids.ts";
import { noteEvent } from "#domain/notes/events.ts";
import type { NoteInput, NoteRecord, NoteView } from "#domain/notes/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { viewOf } from "./record.ts";
import { notes } from "./schema.ts";

/** Adds a note. */
export async function createNote(ctx: Ctx, input: NoteInput): Promise<NoteView> {
  const now = isoNow(ctx.clock);
  const actor = await ctx.actor();
  const record: NoteRecord = {
    ...input,
    id: newId("not", ctx.clock.now()),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [insert(notes, record)],
    events: [noteEvent("created", { before: null, after: record })],
    answer: viewOf(record, actor),
  });
}
