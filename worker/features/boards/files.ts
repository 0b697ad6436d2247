import { type CardFile, FILE_LIMITS } from "#domain/boards/card-file.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { bytesToKeep } from "./bytes-to-keep.ts";
import { filePath, type FilePlace } from "./file-paths.ts";
import { findBoard } from "./queries.ts";

const partPath = ({ id, file }: FilePlace, number: number) => `uploads/${id}/${file}/${number}`;

/** Throws unless the board takes files from whoever asks. Nothing is stored before that is known. */
export async function mustTake(ctx: Ctx, id: string): Promise<void> {
  const [board] = await Promise.all([findBoard(ctx, id), ctx.actor()]);
  if (!board) return fail("board.not_found", { id });
  if (board.archivedAt !== null) return fail("board.archived", { id });
}

/** Keeps a part of a file; sent again, it takes the place of the one before. Errors: `board.not_found`, `board.archived`. */
export async function sendFilePart(
  ctx: Ctx,
  input: FilePlace & { number: string; data: string },
): Promise<null> {
  await mustTake(ctx, input.id);
  const bytes = Uint8Array.from(atob(input.data), (letter) => letter.charCodeAt(0));
  await ctx.files.put(partPath(input, Number(input.number)), bytes.buffer);
  return null;
}

/**
 * Puts the parts of a file together, as often as it is asked for. Errors: `board.not_found`, `board.archived`,
 * `file.incomplete` when the parts are not all there, or not of the length that they should have, `file.taken` when the id
 * stands for another file already.
 */
export async function finishFile(
  ctx: Ctx,
  input: FilePlace & Omit<CardFile, "id">,
): Promise<CardFile> {
  await mustTake(ctx, input.id);
  const { file: id, name, size, type } = input;
  const whole = { id, name, size, type };
  const there = await ctx.files.head(filePath(input));
  if (there) return there.size === size ? whole : fail("file.taken");
  const count = Math.ceil(size / FILE_LIMITS.partBytes);
  const numbers = Array.from({ length: count }, (_, number) => number);
  const parts = await Promise.all(numbers.map((one) => ctx.files.head(partPath(input, one))));
  const sum = parts.reduce((all, part) => all + (part?.size ?? 0), 0);
  if (sum !== size) return fail("file.incomplete", { missing: parts.indexOf(null) });
  const { readable, writable } = new FixedLengthStream(size);
  const kept = ctx.files.put(filePath(input), readable, { type, name });
  // A part that goes meanwhile breaks the stream off, and with it what would be kept.
  const poured = pour(ctx, input, numbers, writable).catch((error: unknown) =>
    writable.abort(error).then(() => Promise.reject(error as Error)),
  );
  await Promise.all([kept, poured]);
  await Promise.all(numbers.map((number) => ctx.files.delete(partPath(input, number))));
  return whole;
}

async function pour(ctx: Ctx, place: FilePlace, numbers: readonly number[], into: WritableStream) {
  for (const number of numbers) {
    const found = await ctx.files.get(partPath(place, number));
    const part = found ?? fail("file.incomplete", { missing: number });
    await part.body.pipeTo(into, { preventClose: true });
  }
  await into.close();
}

/** Streams a file to whoever may read the board. Errors: `board.not_found`, `file.not_found`. */
export async function downloadFile(ctx: Ctx, input: FilePlace): Promise<Response> {
  const [board] = await Promise.all([findBoard(ctx, input.id), ctx.actor()]);
  if (!board) return fail("board.not_found", { id: input.id });
  const found = await ctx.files.get(filePath(input));
  if (!found) return fail("file.not_found");
  return bytesToKeep(found, input.file);
}
