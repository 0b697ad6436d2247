import { fail } from "#domain/errors.ts";
import { bytesToKeep } from "#worker/features/boards/bytes-to-keep.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { sourceKind } from "./kind.ts";
import { readingPath, sharedPath } from "./share-paths.ts";

/** What a shared source has in the bucket. Errors: `source.not_found`, `source.not_shared`. */
async function found(ctx: Ctx, id: string, pathOf: typeof sharedPath): Promise<R2ObjectBody> {
  const [source] = await Promise.all([findRecord(ctx, sourceKind, id), ctx.actor()]);
  if (!source) return fail("source.not_found", { id });
  if (source.kind !== "shared") return fail("source.not_shared", { id });
  return (
    (await ctx.files.get(pathOf({ id, ...source.details }))) ?? fail("source.not_shared", { id })
  );
}

/** Streams a shared file. Errors: `source.not_found`, `source.not_shared`. */
export async function downloadSource(ctx: Ctx, { id }: { id: string }): Promise<Response> {
  const answer = bytesToKeep(await found(ctx, id, sharedPath), id);
  // The source may be shared anew with other bytes, or taken back.
  answer.headers.set("cache-control", "private, no-store");
  return answer;
}

/** How a shared file is read. Errors: `source.not_found`, `source.not_shared`. */
export async function readSharedReading(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ reading: string }> {
  return { reading: await (await found(ctx, id, readingPath)).text() };
}
