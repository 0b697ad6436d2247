import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { chunkCount, chunkLength } from "#worker/platform/exports/chunks.ts";
import { storeChunk } from "#worker/platform/exports/restore-room.ts";
import { findRestore } from "./restore-queries.ts";

/**
 * Keeps a part of an archive; sent again, it takes the place of the one before.
 * Errors: `restore.not_found`, `restore.not_receiving`, `restore.chunk_invalid` (no such part, or not of its length).
 */
export async function sendChunk(
  ctx: Ctx,
  input: { id: string; number: number; data: string },
): Promise<null> {
  const restore = await findRestore(ctx, input.id);
  if (restore.state !== "receiving") return fail("restore.not_receiving");
  const bytes = Uint8Array.from(atob(input.data), (letter) => letter.charCodeAt(0));
  const { size } = restore;
  if (input.number >= chunkCount(size) || bytes.length !== chunkLength(size, input.number))
    return fail("restore.chunk_invalid", { chunks: chunkCount(size) });
  await storeChunk(ctx, restore, input.number, bytes);
  return null;
}
