import { crc32 } from "node:zlib";
import type { Part } from "#domain/exports/manifest.ts";
import { joined, localHeader, type ZipEntry } from "#domain/exports/zip.ts";
import { addEntry, type Job, writeJob } from "./job-store.ts";
import type { JobStorage } from "./job-storage.ts";
import type { ArchiveSink } from "#worker/platform/exports/archive-store.ts";

/** R2 wants parts of one size, 5 MiB at least: what doesn't fill one waits in the object. */
export const PART_BYTES = 8 * 1024 * 1024;

/** The same bytes, known to lie in plain memory: what platform calls ask for. */
const exactly = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

/** The SHA-256 of bytes, hexadecimal. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", exactly(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([exactly(bytes)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** An entry whose bytes are at hand, packed where that makes it smaller. */
export interface PackedEntry {
  entry: Omit<ZipEntry, "offset">;
  bytes: Uint8Array[];
}

/** Packs a file. @param at UTC milliseconds, which the entry carries. */
export async function pack(name: string, bytes: Uint8Array, at: number): Promise<PackedEntry> {
  const small = await deflate(bytes);
  const method = small.length < bytes.length ? 8 : 0;
  const content = method === 8 ? small : bytes;
  const facts = {
    name,
    method,
    crc: crc32(bytes),
    size: bytes.length,
    packed: content.length,
  } as const;
  return { entry: facts, bytes: [localHeader(facts, at), content] };
}

/** What a step adds to the archive, and what else holds once it is there. */
export interface Addition {
  entries: readonly PackedEntry[];
  /** Bytes that belong to no whole entry: of a large file, or the directory. */
  raw?: readonly Uint8Array[];
  /** Written with the addition, or not at all. */
  also(): void;
  next: Job;
}

/**
 * Adds to the archive and moves the job on, in one transaction of the object after the parts are stored: a step that was
 * interrupted is made again, and its parts take the place of those that it stored. False when the job went meanwhile.
 */
export async function add(
  storage: JobStorage,
  sink: ArchiveSink,
  job: Job,
  addition: Addition,
): Promise<boolean> {
  const { entries, raw = [], next } = addition;
  const placed: ZipEntry[] = [];
  const bytes = [storage.tail(), ...raw];
  let offset = job.offset + raw.reduce((sum, part) => sum + part.length, 0);
  for (const { entry, bytes: parts } of entries) {
    placed.push({ ...entry, offset });
    for (const part of parts) {
      bytes.push(part);
      offset += part.length;
    }
  }
  const buffer = joined(bytes);
  const first = storage.parts().length + 1;
  const stored: { number: number; etag: string }[] = [];
  let at = 0;
  for (; buffer.length - at >= PART_BYTES; at += PART_BYTES) {
    const number = first + stored.length;
    const part = buffer.subarray(at, at + PART_BYTES);
    stored.push({ number, etag: await sink.uploadPart(job.uploadId ?? "", number, part) });
  }
  if (!storage.isCurrent(job)) return false;
  storage.atomically(() => {
    for (const part of stored) storage.addPart(part);
    storage.setTail(buffer.subarray(at));
    for (const entry of placed) addEntry(storage, entry);
    addition.also();
    writeJob(storage, { ...next, offset, failures: 0 });
  });
  return true;
}

/** A part of a section as an entry of the archive: `tables/clients/0001.ndjson`. */
export async function linesEntry(
  section: string,
  number: number,
  text: string,
  rows: number,
  at: number,
) {
  const bytes = new TextEncoder().encode(text);
  const name = `${section}/${String(number).padStart(4, "0")}.ndjson`;
  const part: Part = { entry: name, rows, bytes: bytes.length, sha256: await sha256Of(bytes) };
  return { packed: await pack(name, bytes, at), part };
}
