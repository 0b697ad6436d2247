import { fail } from "#domain/errors.ts";
import { noteEvent } from "#domain/notes/events.ts";
import type { NoteChanges, NoteRecord, NoteView } from "#domain/notes/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findNote } from "./queries.ts";
import { viewOf } from "./record.ts";
import { notes } from "./schema.ts";

interface UpdateInput {
  id: string;
  version: number;
  changes: NoteChanges;
}

/** The fields whose value really changes. */
function differing(before: NoteRecord, changes: NoteChanges): Partial<NoteRecord> {
  const entries = Object.entries(changes) as [keyof NoteChanges, unknown][];
  return Object.fromEntries(
    entries.filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  );
}

/**
 * Changes some fields of a note. What is already so is answered without a write.
 * Errors: `note.not_found`, `conflict.version` with `params.current`.
 */
export async function updateNote(ctx: Ctx, input: UpdateInput): Promise<NoteView> {
  const [before, actor] = await Promise.all([findNote(ctx, input.id), ctx.actor()]);
  if (!before) return fail("note.not_found", { id: input.id });
  const changes = differing(before, input.changes);
  if (Object.keys(changes).length === 0) return viewOf(before, actor);
  if (before.version !== input.version) {
    return fail("conflict.version", { current: viewOf(before, actor) });
  }
  const set = { ...changes, updatedAt: isoNow(ctx.clock) };
  const after: NoteRecord = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [update(notes, before, set)],
    events: [noteEvent("updated", { before, after })],
    answer: viewOf(after, actor),
    current: async () => {
      const now = await findNote(ctx, input.id);
      return now && viewOf(now, actor);
    },
  });
}
