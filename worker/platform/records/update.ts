import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update, type Write } from "#worker/platform/writes.ts";
import { findRecord, readRecord, type RecordKind, type StoredRecord } from "./kind.ts";

/** Some fields of a record, and the version that they were changed on. */
export interface Changed {
  id: string;
  version: number;
  changes: object;
}

/** The fields whose value really changes. */
function differing(before: object, changes: object): Record<string, unknown> {
  const known = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(known[field]),
    ),
  );
}

/**
 * Changes some fields of a record. What is already so is answered without a write.
 * Errors: the kind's `missing`, `conflict.version` with `params.current`.
 * @param also what is written with it.
 */
export async function updateRecord<R extends StoredRecord, V>(
  ctx: Ctx,
  kind: RecordKind<R, V>,
  { id, version, changes }: Changed,
  also: (after: R) => readonly Write[] = () => [],
): Promise<V> {
  const [before, actor] = await Promise.all([findRecord(ctx, kind, id), ctx.actor()]);
  if (!before) return fail(kind.missing, { id });
  const different = differing(before, changes);
  if (Object.keys(different).length === 0) return kind.view(before, actor);
  if (before.version !== version) {
    return fail("conflict.version", { current: kind.view(before, actor) });
  }
  const set = { ...different, updatedAt: isoNow(ctx.clock) };
  const after: R = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [...also(after), update(kind.table, before, set)],
    events: [kind.event("updated", { before, after })],
    answer: kind.view(after, actor),
    current: () => readRecord(ctx, kind, { id }),
  });
}
