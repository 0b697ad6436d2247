import { fail } from "#domain/errors.ts";
import { sourceEvent } from "#domain/sources/events.ts";
import type { SourceRecord, SourceView } from "#domain/sources/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { update } from "#worker/platform/writes.ts";
import { sourceKind } from "./kind.ts";
import { dataSources } from "./schema.ts";
import { readingPath, sharedPath } from "./share-paths.ts";

/**
 * Takes a shared file back. Its bytes go before the record says so: whoever hears that it is no longer shared can rely on it. A commit
 * that fails leaves a source without bytes, which can be taken back again.
 * Errors: `source.not_found`, `source.not_shared`, `conflict.version`.
 */
export async function unshareSource(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<SourceView> {
  const [before, actor] = await Promise.all([findRecord(ctx, sourceKind, id), ctx.actor()]);
  if (!before) return fail("source.not_found", { id });
  if (before.kind !== "shared") return fail("source.not_shared", { id });
  if (before.version !== version)
    return fail("conflict.version", { current: sourceKind.view(before, actor) });
  const { file, fileName, revision } = before.details;
  const place = { id, file, revision };
  await Promise.all([ctx.files.delete(sharedPath(place)), ctx.files.delete(readingPath(place))]);
  const set = { kind: "device" as const, details: { fileName }, updatedAt: isoNow(ctx.clock) };
  const after: SourceRecord = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [update(dataSources, before, set)],
    events: [sourceEvent("unshared", { before, after })],
    answer: sourceKind.view(after, actor),
  });
}
