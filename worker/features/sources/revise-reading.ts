import { Fault, fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { sourceEvent } from "#domain/sources/events.ts";
import type { SourceRecord, SourceView } from "#domain/sources/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord, readRecord } from "#worker/platform/records/kind.ts";
import { update } from "#worker/platform/writes.ts";
import { sourceKind } from "./kind.ts";
import { dataSources } from "./schema.ts";
import { readingPath } from "./share-paths.ts";

type Revision = Pick<SourceRecord, "id" | "version" | "columns" | "rows"> & { reading: string };

/**
 * Changes how a shared file is read; its bytes stay. The new reading has a name of its own, so that the one before holds until the record
 * names it. Errors: `source.not_found`, `source.not_shared`, `conflict.version`.
 */
export async function reviseReading(ctx: Ctx, input: Revision): Promise<SourceView> {
  const { id, version, columns, rows, reading } = input;
  const [before, actor] = await Promise.all([findRecord(ctx, sourceKind, id), ctx.actor()]);
  if (!before) return fail("source.not_found", { id });
  if (before.kind !== "shared") return fail("source.not_shared", { id });
  if (before.version !== version)
    return fail("conflict.version", { current: sourceKind.view(before, actor) });
  const details = { ...before.details, revision: newId("fil", ctx.clock.now()) };
  const fresh = readingPath({ id, ...details });
  await ctx.files.put(fresh, reading);
  const set = { details, columns, rows, updatedAt: isoNow(ctx.clock) };
  const after: SourceRecord = { ...before, ...set, version: before.version + 1 };
  let answer: SourceView;
  try {
    answer = await commit(ctx, {
      writes: [update(dataSources, before, set)],
      events: [sourceEvent("updated", { before, after })],
      answer: sourceKind.view(after, actor),
      current: () => readRecord(ctx, sourceKind, { id }),
    });
  } catch (error) {
    // Where nobody knows whether the record names it by now, it stays.
    if (error instanceof Fault) await ctx.files.delete(fresh);
    throw error;
  }
  await ctx.files.delete(readingPath({ id, ...before.details }));
  return answer;
}
