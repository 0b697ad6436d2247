/** One file of an archive: its name, how it is packed, and where its local header stands. Sizes in bytes. */
export interface ZipEntry {
  name: string;
  /** 0: as it is; 8: deflated. */
  method: 0 | 8;
  crc: number;
  size: number;
  packed: number;
  offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Names are UTF-8; nothing else of the flags is used. */
const FLAGS = 0x0800;
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;

/** Little-endian fields, one after the other. */
function fields(...parts: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of parts) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return out;
}

/** Byte arrays as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** MS-DOS time and date of an instant (UTC milliseconds), as section 4.4.6 of APPNOTE.TXT writes them. */
function dosTime(ms: number): [2 | 4 | 8, number][] {
  const at = new Date(ms);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [
    [2, time],
    [2, day],
  ];
}

/**
 * What stands before an entry's bytes. Sizes are known before they are written, so no data descriptor follows.
 * Format: PKWARE APPNOTE.TXT 6.3.10, with ZIP64 where a figure needs it.
 */
export function localHeader(entry: Omit<ZipEntry, "offset">, at: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const large = entry.size >= MAX_32 || entry.packed >= MAX_32;
  const extra = large
    ? fields([2, 1], [2, 16], [8, entry.size], [8, entry.packed])
    : new Uint8Array();
  const head = fields(
    [4, LOCAL],
    [2, large ? 45 : 20],
    [2, FLAGS],
    [2, entry.method],
    ...dosTime(at),
    [4, entry.crc],
    [4, large ? MAX_32 : entry.packed],
    [4, large ? MAX_32 : entry.size],
    [2, name.length],
    [2, extra.length],
  );
  return joined([head, name, extra]);
}

function centralHeader(entry: ZipEntry, at: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const large = entry.size >= MAX_32 || entry.packed >= MAX_32;
  const far = entry.offset >= MAX_32;
  const wide: [8, number][] = [];
  if (large) wide.push([8, entry.size], [8, entry.packed]);
  if (far) wide.push([8, entry.offset]);
  const extra = wide.length > 0 ? fields([2, 1], [2, wide.length * 8], ...wide) : new Uint8Array();
  const head = fields(
    [4, CENTRAL],
    [2, 45],
    [2, wide.length > 0 ? 45 : 20],
    [2, FLAGS],
    [2, entry.method],
    ...dosTime(at),
    [4, entry.crc],
    [4, large ? MAX_32 : entry.packed],
    [4, large ? MAX_32 : entry.size],
    [2, name.length],
    [2, extra.length],
    // No comment, first disk, no attributes.
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, far ? MAX_32 : entry.offset],
  );
  return joined([head, name, extra]);
}

/** What ends an archive: the directory of its entries, which begins at `offset`. */
export function directory(
  entries: readonly ZipEntry[],
  offset: number,
  at: number,
): Uint8Array<ArrayBuffer> {
  const rows = joined(entries.map((entry) => centralHeader(entry, at)));
  const wide = entries.length >= MAX_16 || offset >= MAX_32 || rows.length >= MAX_32;
  const count = entries.length;
  const end64 = fields(
    [4, END_64],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, rows.length],
    [8, offset],
  );
  const locator = fields([4, LOCATOR_64], [4, 0], [8, offset + rows.length], [4, 1]);
  const end = fields(
    [4, END],
    [2, 0],
    [2, 0],
    [2, wide ? MAX_16 : count],
    [2, wide ? MAX_16 : count],
    [4, wide ? MAX_32 : rows.length],
    [4, wide ? MAX_32 : offset],
    [2, 0],
  );
  return joined(wide ? [rows, end64, locator, end] : [rows, end]);
}
