import { crc32 } from "node:zlib";
import { FORMAT, Manifest, PEOPLE, type Part } from "#domain/exports/manifest.ts";
import { RestoreFault } from "#domain/exports/restore-model.ts";
import { contentOf, readDirectory, ZipFault, type ReadAt } from "#domain/exports/unzip.ts";
import { joined, type ZipEntry } from "#domain/exports/zip.ts";
import { hex } from "#worker/platform/bytes.ts";
import { TENANT_MIGRATIONS } from "#worker/platform/migrations.ts";

/** What is read whole: lines, small files, the manifest. Ours stay far below. */
export const MAX_WHOLE = 32 * 1024 * 1024;
/** Lines of ours pack ten to forty times; a bomb packs a thousand times. */
const MAX_RATIO = 300;
/** What all entries come to, unpacked: a database holds 10 GB, files as much again and more. */
const MAX_UNPACKED = 64 * 1024 ** 3;

/** An archive whose directory and manifest were found to be in order. */
export interface OpenArchive {
  manifest: Manifest;
  read: ReadAt;
  /** Throws `RestoreFault` when there is no such entry. */
  entry(name: string): ZipEntry;
}

/** What a fault of the ZIP format means to a restoration. */
function asFault(error: unknown): unknown {
  return error instanceof ZipFault ? new RestoreFault(error.kind, error.message) : error;
}

async function inflate(bytes: Uint8Array, size: number, name: string): Promise<Uint8Array> {
  const plain = bytes as Uint8Array<ArrayBuffer>;
  const stream = new Blob([plain]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of stream) {
      length += part.length;
      // What it really holds counts, not what it says of itself.
      if (length > size) throw new RestoreFault("unsafe", name);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof RestoreFault ? error : new RestoreFault("damaged", name);
  }
  return joined(parts);
}

/** An entry's bytes, held against its length and CRC. Throws `RestoreFault`. */
export async function readEntry(read: ReadAt, entry: ZipEntry): Promise<Uint8Array> {
  const { name, method, size, packed } = entry;
  if (size > MAX_WHOLE || packed > MAX_WHOLE) throw new RestoreFault("unsafe", name);
  const at = await contentOf(read, entry).catch((error: unknown) => {
    throw asFault(error);
  });
  const raw = await read(at, packed);
  const bytes = method === 0 ? raw : await inflate(raw, size, name);
  if (bytes.length !== size || crc32(bytes) !== entry.crc) throw new RestoreFault("damaged", name);
  return bytes;
}

/** The lines of a part, held against its hash. Throws `RestoreFault`. */
export async function readLines(archive: OpenArchive, part: Part): Promise<unknown[]> {
  const bytes = await readEntry(archive.read, archive.entry(part.entry));
  const plain = bytes as Uint8Array<ArrayBuffer>;
  const digest = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", plain)));
  if (digest !== part.sha256) throw new RestoreFault("checksum", part.entry);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const lines = text.split("\n");
    if (lines.pop() !== "" || lines.length !== part.rows) throw new Error("Not so many lines");
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    throw new RestoreFault("damaged", part.entry);
  }
}

/**
 * Opens an archive: its directory, then its manifest, which must name every entry once and nothing else, and come from this
 * version's schema or an earlier one. Throws `RestoreFault`.
 */
export async function openArchive(read: ReadAt, size: number): Promise<OpenArchive> {
  const entries = await readDirectory(read, size).catch((error: unknown) => {
    throw asFault(error);
  });
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = entries.find((one) => one.size > one.packed * MAX_RATIO + 1024 * 1024);
  if (bomb) throw new RestoreFault("unsafe", bomb.name);
  if (unpacked > MAX_UNPACKED) throw new RestoreFault("unsafe", "size");
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const entry = (name: string) => {
    const found = byName.get(name);
    if (!found) throw new RestoreFault("damaged", name);
    return found;
  };
  const manifest = await readManifest(read, entry("manifest.json"));
  mustBeOurs(manifest);
  const parts = sectionsOf(manifest).flatMap((section) => section.parts);
  for (const part of parts) {
    if (entry(part.entry).size !== part.bytes) throw new RestoreFault("damaged", part.entry);
  }
  const named = new Set(["manifest.json", ...parts.map((part) => part.entry)]);
  const stray = entries.find(({ name }) => !named.has(name) && !name.startsWith("files/"));
  if (stray || named.size !== parts.length + 1)
    throw new RestoreFault("unsafe", stray?.name ?? "parts");
  return { manifest, read, entry };
}

async function readManifest(read: ReadAt, entry: ZipEntry): Promise<Manifest> {
  const text = new TextDecoder().decode(await readEntry(read, entry));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RestoreFault("damaged", entry.name);
  }
  const format = (json as { format?: unknown } | null)?.format;
  if (format !== FORMAT)
    throw new RestoreFault("format", typeof format === "string" ? format.slice(0, 40) : "");
  const parsed = Manifest.safeParse(json);
  if (!parsed.success) throw new RestoreFault("damaged", entry.name);
  return parsed.data;
}

function sectionsOf(manifest: Manifest) {
  return [...manifest.tables, ...manifest.people, ...manifest.boards, manifest.files];
}

/** Refuses a schema that this code doesn't know, and sections whose figures don't add up. */
function mustBeOurs(manifest: Manifest): void {
  const known = TENANT_MIGRATIONS.map(({ name }) => name);
  if (manifest.schema.some((name, index) => known[index] !== name))
    throw new RestoreFault("newer", manifest.schema.at(-1));
  const people = manifest.people.map(({ name }) => name).join();
  if (people !== Object.keys(PEOPLE).join()) throw new RestoreFault("damaged", "people");
  for (const section of sectionsOf(manifest)) {
    const rows = section.parts.reduce((sum, part) => sum + part.rows, 0);
    if (rows !== section.rows) throw new RestoreFault("damaged", section.parts[0]?.entry);
  }
  if (manifest.files.rows !== manifest.files.count) throw new RestoreFault("damaged", "index");
}
