import type { ZipEntry } from "./zip.ts";

/** Reads so many bytes of an archive from an offset on. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

/** Why a file is not an archive that can be read. `what` is for the person, never a path of ours. */
export class ZipFault extends Error {
  override readonly name = "ZipFault";
  readonly kind: "not_zip" | "damaged" | "unsafe";

  constructor(kind: "not_zip" | "damaged" | "unsafe", what: string) {
    super(what);
    this.kind = kind;
  }
}

const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
/** Our archives hold some entries a table, board and file. */
const MAX_ENTRIES = 200_000;
const MAX_DIRECTORY = 64 * 1024 * 1024;
/** Plain names below plain folders: nothing that leaves the folder, no drive, no hidden file, no link. */
const NAME = /^[A-Za-z0-9][\w.-]{0,150}(?:\/[A-Za-z0-9][\w.-]{0,150}){0,3}$/;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const wide = (data: DataView, at: number) => Number(data.getBigUint64(at, true));

interface End {
  count: number;
  length: number;
  offset: number;
  /** Where the records that end the archive begin: the directory must end there. */
  at: number;
}

async function readEnd(read: ReadAt, size: number): Promise<End> {
  if (size < END_LENGTH) throw new ZipFault("not_zip", "too short");
  const end = view(await read(size - END_LENGTH, END_LENGTH));
  // A comment could hide a second directory; ours have none.
  if (end.getUint32(0, true) !== 0x06054b50) throw new ZipFault("not_zip", "no end record");
  if (end.getUint16(20, true) !== 0) throw new ZipFault("unsafe", "comment");
  const small = {
    count: end.getUint16(10, true),
    length: end.getUint32(12, true),
    offset: end.getUint32(16, true),
    at: size - END_LENGTH,
  };
  if (small.count !== 0xffff && small.offset !== 0xffffffff && small.length !== 0xffffffff)
    return small;
  const locatorAt = size - END_LENGTH - LOCATOR_LENGTH;
  if (locatorAt < 56) throw new ZipFault("damaged", "no ZIP64 locator");
  const locator = view(await read(locatorAt, LOCATOR_LENGTH));
  if (locator.getUint32(0, true) !== 0x07064b50) throw new ZipFault("damaged", "ZIP64 locator");
  const at = wide(locator, 8);
  if (at !== locatorAt - 56) throw new ZipFault("damaged", "ZIP64 record");
  const record = view(await read(at, 56));
  if (record.getUint32(0, true) !== 0x06064b50) throw new ZipFault("damaged", "ZIP64 record");
  return { count: wide(record, 32), length: wide(record, 40), offset: wide(record, 48), at };
}

/** The figures of an entry that didn't fit into 32 bits, in the order in which they stand in its extra field. */
function extras(data: DataView, from: number, length: number, wanted: number): number[] {
  if (wanted === 0) {
    if (length !== 0) throw new ZipFault("unsafe", "extra field");
    return [];
  }
  const fits = length === 4 + wanted * 8 && data.getUint16(from, true) === 1;
  if (!fits) throw new ZipFault("damaged", "ZIP64 field");
  return Array.from({ length: wanted }, (_, index) => wide(data, from + 4 + index * 8));
}

function readEntries(bytes: Uint8Array, count: number): ZipEntry[] {
  const data = view(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== 0x02014b50)
      throw new ZipFault("damaged", "directory");
    const [flags, method] = [data.getUint16(at + 8, true), data.getUint16(at + 10, true)];
    const [nameLength, extraLength] = [
      data.getUint16(at + 28, true),
      data.getUint16(at + 30, true),
    ];
    const next = at + 46 + nameLength + extraLength;
    if (next > bytes.length) throw new ZipFault("damaged", "directory");
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (!NAME.test(name)) throw new ZipFault("unsafe", "name");
    // Encrypted entries, data descriptors and patched data are not ours.
    if ((flags & ~0x0800) !== 0) throw new ZipFault("unsafe", "flags");
    if (method !== 0 && method !== 8) throw new ZipFault("unsafe", "method");
    if (data.getUint16(at + 32, true) !== 0 || data.getUint32(at + 38, true) !== 0)
      throw new ZipFault("unsafe", "attributes");
    const raw = {
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    };
    const large = raw.packed === 0xffffffff || raw.size === 0xffffffff;
    const far = raw.offset === 0xffffffff;
    const extra = extras(data, at + 46 + nameLength, extraLength, (large ? 2 : 0) + (far ? 1 : 0));
    entries.push({
      name,
      method,
      crc: data.getUint32(at + 16, true),
      size: large ? (extra[0] ?? 0) : raw.size,
      packed: large ? (extra[1] ?? 0) : raw.packed,
      offset: far ? (extra.at(-1) ?? 0) : raw.offset,
    });
    at = next;
  }
  if (at !== bytes.length) throw new ZipFault("damaged", "directory");
  return entries;
}

/**
 * Reads the directory of an archive as ours are made, and refuses what only an attack would hold: names that leave the
 * folder or come twice, entries that overlap, encryption, comments, more entries than anything needs.
 * Throws `ZipFault`.
 */
export async function readDirectory(read: ReadAt, size: number): Promise<ZipEntry[]> {
  const end = await readEnd(read, size);
  if (end.count > MAX_ENTRIES || end.length > MAX_DIRECTORY)
    throw new ZipFault("unsafe", "directory too large");
  if (end.offset + end.length !== end.at) throw new ZipFault("damaged", "directory");
  const entries = readEntries(await read(end.offset, end.length), end.count);
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length)
    throw new ZipFault("unsafe", "name twice");
  let reached = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset !== reached) throw new ZipFault("unsafe", "entries overlap");
    if (entry.method === 0 && entry.size !== entry.packed) throw new ZipFault("damaged", "size");
    reached = entry.offset + headLength(entry) + entry.packed;
  }
  if (reached !== end.offset) throw new ZipFault("damaged", "gap");
  return entries;
}

/** Bytes of an entry's local header, as `localHeader` writes it. */
function headLength(entry: ZipEntry): number {
  const large = entry.size >= 0xffffffff || entry.packed >= 0xffffffff;
  return 30 + new TextEncoder().encode(entry.name).length + (large ? 20 : 0);
}

/** Where an entry's packed bytes stand, after holding its local header against the directory. */
export async function contentOf(read: ReadAt, entry: ZipEntry): Promise<number> {
  const length = headLength(entry);
  const bytes = await read(entry.offset, length);
  const data = view(bytes);
  const name = new TextEncoder().encode(entry.name);
  const same =
    bytes.length === length &&
    data.getUint32(0, true) === 0x04034b50 &&
    data.getUint16(8, true) === entry.method &&
    data.getUint32(14, true) === entry.crc &&
    data.getUint16(26, true) === name.length &&
    data.getUint16(28, true) === length - 30 - name.length &&
    name.every((byte, index) => bytes[30 + index] === byte);
  if (!same) throw new ZipFault("damaged", entry.name);
  return entry.offset + length;
}
