import { FACE } from "#domain/boards/card-file.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { bytesToKeep } from "./bytes-to-keep.ts";
import { facePath, filePath, type FilePlace } from "./file-paths.ts";
import { mustTake } from "./files.ts";
import { findBoard } from "./queries.ts";

/**
 * Keeps the small picture of a file; the first one stays, as what a file is never changes. Errors: `board.not_found`,
 * `board.archived`, `file.not_found`.
 */
export async function sendFace(ctx: Ctx, input: FilePlace & { data: string }): Promise<null> {
  await mustTake(ctx, input.id);
  const [whole, there] = await Promise.all([
    ctx.files.head(filePath(input)),
    ctx.files.head(facePath(input)),
  ]);
  if (!whole) return fail("file.not_found");
  if (there) return null;
  const bytes = Uint8Array.from(atob(input.data), (letter) => letter.charCodeAt(0));
  await ctx.files.put(facePath(input), bytes.buffer);
  return null;
}

/** The small picture of a file, or the file where it has none and is small enough. Errors: `board.not_found`, `file.not_found`. */
export async function readFace(ctx: Ctx, input: FilePlace): Promise<Response> {
  const [board] = await Promise.all([findBoard(ctx, input.id), ctx.actor()]);
  if (!board) return fail("board.not_found", { id: input.id });
  const face = await ctx.files.get(facePath(input));
  if (face) return bytesToKeep(face, input.file);
  const whole = await ctx.files.head(filePath(input));
  if (!whole || whole.size > FACE.wholeBytes) return fail("file.not_found");
  const found = await ctx.files.get(filePath(input));
  return found ? bytesToKeep(found, input.file) : fail("file.not_found");
}
