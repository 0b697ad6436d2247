import { noteEvent } from "#domain/notes/events.ts";
import type { NoteRecord } from "#domain/notes/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { notes } from "./schema.ts";

/** The write, the event and the record of a note that goes, or comes back. */
export function lifeOf(ctx: Ctx, before: NoteRecord, action: "deleted" | "restored") {
  const now = isoNow(ctx.clock);
  const after: NoteRecord = { ...before, updatedAt: now, version: before.version + 1 };
  const gone = action === "deleted";
  return {
    after,
    write: update(notes, before, { updatedAt: now, deletedAt: gone ? now : null }),
    event: noteEvent(action, gone ? { before, after: null } : { before: null, after }),
  };
}
