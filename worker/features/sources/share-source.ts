import { Fault, fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { sourceEvent } from "#domain/sources/events.ts";
import { SHARE_LIMITS, type SourceRecord, type SourceView } from "#domain/sources/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { update } from "#worker/platform/writes.ts";
import { sourceKind } from "./kind.ts";
import { dataSources } from "./schema.ts";
import { partPath, readingPath, sharedPath } from "./share-paths.ts";

/** A source that is a file, of a device or shared, and who asks. Errors: `source.not_found`, `source.not_a_file`. */
async function fileSource(ctx: Ctx, id: string) {
  const [found, actor] = await Promise.all([findRecord(ctx, sourceKind, id), ctx.actor()]);
  const source = found ?? fail("source.not_found", { id });
  if (source.kind !== "device" && source.kind !== "shared")
    return fail("source.not_a_file", { id });
  return { source, actor };
}

/** Keeps a part of a file that is to be shared. Errors: `source.not_found`, `source.not_a_file`. */
export async function sendSourcePart(
  ctx: Ctx,
  input: { id: string; number: string; data: string },
): Promise<null> {
  await fileSource(ctx, input.id);
  const bytes = Uint8Array.from(atob(input.data), (letter) => letter.charCodeAt(0));
  await ctx.files.put(partPath(input.id, Number(input.number)), bytes.buffer);
  return null;
}

interface Sharing {
  id: string;
  version: number;
  bytes: number;
  format: Extract<SourceRecord, { kind: "shared" }>["details"]["format"];
  reading: string;
  original?: string | undefined;
  columns?: SourceRecord["columns"] | undefined;
  rows?: SourceRecord["rows"] | undefined;
}

/**
 * Puts the parts of a file together and gives them to the organization. What a shared file held before holds until the record names the new
 * content, then goes. Errors: `source.not_found`, `source.not_a_file`,
 * `file.incomplete` when the parts are not all there, `conflict.version`.
 */
export async function shareSource(ctx: Ctx, input: Sharing): Promise<SourceView> {
  const { source: before, actor } = await fileSource(ctx, input.id);
  if (before.version !== input.version)
    return fail("conflict.version", { current: sourceKind.view(before, actor) });
  const { id, bytes, format, reading, original, columns = before.columns } = input;
  const { rows = before.rows } = input;
  const { fileName } = before.details;
  const file = newId("fil", ctx.clock.now());
  const details = { fileName, bytes, format, file, ...(original && { original }) };
  const place = { id, file: details.file };
  const numbers = Array.from({ length: Math.ceil(bytes / SHARE_LIMITS.partBytes) }, (_, at) => at);
  await join(ctx, id, numbers, bytes, sharedPath(place));
  await ctx.files.put(readingPath(place), reading);
  const set = { kind: "shared" as const, details, columns, rows, updatedAt: isoNow(ctx.clock) };
  const after: SourceRecord = { ...before, ...set, version: before.version + 1 };
  let answer: SourceView;
  try {
    answer = await commit(ctx, {
      writes: [update(dataSources, before, set)],
      events: [sourceEvent("shared", { before, after })],
      answer: sourceKind.view(after, actor),
    });
  } catch (error) {
    // Refused: the record does not name them. Where nobody knows, they stay until the night forgets what no record names.
    if (error instanceof Fault)
      await Promise.all([
        ctx.files.delete(sharedPath(place)),
        ctx.files.delete(readingPath(place)),
      ]);
    throw error;
  } finally {
    await Promise.all(numbers.map((number) => ctx.files.delete(partPath(id, number))));
  }
  if (before.kind === "shared") {
    const old = { id, ...before.details };
    await Promise.all([ctx.files.delete(sharedPath(old)), ctx.files.delete(readingPath(old))]);
  }
  return answer;
}

/** Error: `file.incomplete` when a part is missing, or they are not of that many bytes. */
async function join(
  ctx: Ctx,
  id: string,
  numbers: readonly number[],
  bytes: number,
  path: string,
): Promise<void> {
  const parts = await Promise.all(numbers.map((number) => ctx.files.head(partPath(id, number))));
  const sum = parts.reduce((all, part) => all + (part?.size ?? 0), 0);
  if (sum !== bytes) fail("file.incomplete", { missing: parts.indexOf(null) });
  const { readable, writable } = new FixedLengthStream(bytes);
  const pour = async () => {
    for (const number of numbers) {
      const found = await ctx.files.get(partPath(id, number));
      const part = found ?? fail("file.incomplete", { missing: number });
      await part.body.pipeTo(writable, { preventClose: true });
    }
    await writable.close();
  };
  // A part that goes meanwhile breaks the stream off, and with it what would be kept.
  const poured = pour().catch((error: unknown) =>
    writable.abort(error).then(() => Promise.reject(error as Error)),
  );
  await Promise.all([ctx.files.put(path, readable), poured]);
}
