import { CHUNK_BYTES } from "#domain/exports/restore-model.ts";
import { joined } from "#domain/exports/zip.ts";
import type { ReadAt } from "#domain/exports/unzip.ts";
import type { Env } from "#worker/platform/env.ts";

/** Where an archive waits to be restored: below the prefix of the organization that it is to become. */
const keyOf = (organizationId: string, number: number) =>
  `${organizationId}/restores/${String(number).padStart(6, "0")}`;

/** So many chunks make an archive of that size. */
export function chunkCount(size: number): number {
  return Math.ceil(size / CHUNK_BYTES);
}

/** Bytes of a chunk of an archive of that size. */
export function chunkLength(size: number, number: number): number {
  return Math.min(CHUNK_BYTES, size - number * CHUNK_BYTES);
}

export async function putChunk(
  env: Env,
  organizationId: string,
  number: number,
  bytes: Uint8Array,
): Promise<void> {
  await env.FILES.put(keyOf(organizationId, number), bytes);
}

/** Whether every chunk is there, at its length. */
export async function isComplete(env: Env, organizationId: string, size: number): Promise<boolean> {
  const prefix = `${organizationId}/restores/`;
  let [cursor, count, bytes] = ["", 0, 0];
  do {
    const page = await env.FILES.list({ prefix, ...(cursor ? { cursor } : {}) });
    count += page.objects.length;
    bytes += page.objects.reduce((sum, object) => sum + object.size, 0);
    cursor = page.truncated ? page.cursor : "";
  } while (cursor);
  return count === chunkCount(size) && bytes === size;
}

/** Deletes the chunks of an archive. */
export async function dropChunks(env: Env, organizationId: string, size: number): Promise<void> {
  const keys = Array.from({ length: chunkCount(size) }, (_, n) => keyOf(organizationId, n));
  for (let at = 0; at < keys.length; at += 1000) await env.FILES.delete(keys.slice(at, at + 1000));
}

/** Reads an archive anywhere, out of its chunks. Bytes beyond its end are none. Throws when a chunk is missing. */
export function chunkReader(env: Env, organizationId: string, size: number): ReadAt {
  return async (from, asked) => {
    const end = Math.min(from + asked, size);
    const parts: Uint8Array[] = [];
    for (let at = Math.max(0, from); at < end;) {
      const number = Math.floor(at / CHUNK_BYTES);
      const offset = at - number * CHUNK_BYTES;
      const length = Math.min(CHUNK_BYTES - offset, end - at);
      const found = await env.FILES.get(keyOf(organizationId, number), {
        range: { offset, length },
      });
      if (!found) throw new Error(`Chunk ${number} of a restoration is missing`);
      parts.push(new Uint8Array(await found.arrayBuffer()));
      at += length;
    }
    return joined(parts);
  };
}
