import { crc32 } from "node:zlib";
import { FileLine } from "#domain/exports/manifest.ts";
import { RestoreFault } from "#domain/exports/restore-model.ts";
import { contentOf, ZipFault } from "#domain/exports/unzip.ts";
import { hex } from "#worker/platform/bytes.ts";
import type { Env } from "#worker/platform/env.ts";
import { filesPrefix } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { OWN_FOLDERS } from "./archive-store.ts";
import { MAX_WHOLE, readEntry, type OpenArchive } from "./open-archive.ts";

const PIECE = 4 * 1024 * 1024;

/** A path that stays below the organization's prefix, and out of the folders that are ours. */
function isOwnPath(path: string): boolean {
  const parts = path.split("/");
  const plain = parts.every((part) => part !== "" && part !== "." && part !== "..");
  return plain && !/[\\\p{Cc}]/u.test(path) && !OWN_FOLDERS.some((own) => path.startsWith(own));
}

/** A line of the index of files. Throws `RestoreFault`. */
export function fileLine(line: unknown): FileLine {
  const parsed = FileLine.safeParse(line);
  if (!parsed.success || !isOwnPath(parsed.data.path) || !parsed.data.entry.startsWith("files/"))
    throw new RestoreFault("file", "index");
  return parsed.data;
}

/**
 * Puts a file of the archive where the organization keeps it, held against length, CRC and hash: a file that is not what the
 * index says is deleted again. Throws `RestoreFault`.
 */
export async function restoreFile(
  env: Env,
  tenant: TenantRef,
  archive: OpenArchive,
  line: FileLine,
): Promise<void> {
  const entry = archive.entry(line.entry);
  if (entry.size !== line.size) throw new RestoreFault("file", line.path);
  const key = filesPrefix(tenant) + line.path;
  const options = line.contentType ? { httpMetadata: { contentType: line.contentType } } : {};
  if (entry.size <= MAX_WHOLE) {
    const bytes = await readEntry(archive.read, entry);
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    if (hex(new Uint8Array(digest)) !== line.sha256) throw new RestoreFault("checksum", line.path);
    await env.FILES.put(key, bytes, options);
    return;
  }
  if (entry.method !== 0) throw new RestoreFault("unsafe", line.entry);
  const at = await contentOf(archive.read, entry).catch((error: unknown) => {
    throw error instanceof ZipFault ? new RestoreFault(error.kind, line.entry) : error;
  });
  const { readable, writable } = new FixedLengthStream(entry.size);
  const stored = env.FILES.put(key, readable, options);
  const hash = new crypto.DigestStream("SHA-256");
  const [out, digest] = [writable.getWriter(), hash.getWriter()];
  let crc = 0;
  for (let done = 0; done < entry.size; done += PIECE) {
    const piece = await archive.read(at + done, Math.min(PIECE, entry.size - done));
    crc = crc32(piece, crc);
    await Promise.all([out.write(piece), digest.write(piece)]);
  }
  await Promise.all([out.close(), digest.close()]);
  await stored;
  const sha256 = hex(new Uint8Array(await hash.digest));
  if (crc === entry.crc && sha256 === line.sha256) return;
  await env.FILES.delete(key);
  throw new RestoreFault("checksum", line.path);
}
