import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update, type Write } from "#worker/platform/writes.ts";
import { findRecord, type RecordKind, type StoredRecord } from "./kind.ts";

/** Deletes a record; `restoreRecord` brings it back. Errors: the kind's `missing`, `conflict.version`. */
export async function deleteRecord<R extends StoredRecord, V>(
  ctx: Ctx,
  kind: RecordKind<R, V>,
  { id }: { id: string },
  also: readonly Write[] = [],
): Promise<null> {
  const before = await findRecord(ctx, kind, id);
  if (!before) return fail(kind.missing, { id });
  const now = isoNow(ctx.clock);
  return commit(ctx, {
    writes: [...also, update(kind.table, before, { updatedAt: now, deletedAt: now })],
    events: [kind.event("deleted", { before, after: null })],
    answer: null,
  });
}

/**
 * Brings a deleted record back as it was. Errors: the kind's `missing` when there is no deleted record of this id,
 * `conflict.version`.
 * @param also what is written with it.
 */
export async function restoreRecord<R extends StoredRecord, V>(
  ctx: Ctx,
  kind: RecordKind<R, V>,
  { id }: { id: string },
  also: (after: R) => readonly Write[] = () => [],
): Promise<V> {
  const [before, actor] = await Promise.all([findRecord(ctx, kind, id, "deleted"), ctx.actor()]);
  if (!before) return fail(kind.missing, { id });
  const set = { updatedAt: isoNow(ctx.clock), deletedAt: null };
  const after: R = { ...before, updatedAt: set.updatedAt, version: before.version + 1 };
  return commit(ctx, {
    writes: [...also(after), update(kind.table, before, set)],
    events: [kind.event("restored", { before: null, after })],
    answer: kind.view(after, actor),
  });
}
