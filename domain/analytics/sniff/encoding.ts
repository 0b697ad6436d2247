import type { Encoding, Evidence } from "#domain/analytics/reading.ts";

export interface EncodingGuess {
  encoding: Encoding;
  evidence: Evidence;
}

const starts = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((value, at) => bytes[at] === value);

/** UTF-16 without a mark shows as zero bytes on one side of most pairs. */
function zeroSide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4_096) & ~1;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const half = length / 2;
  if (half === 0) return null;
  if ((zeros[1] ?? 0) > half * 0.6 && (zeros[0] ?? 0) < half * 0.1) return "utf-16le";
  if ((zeros[0] ?? 0) > half * 0.6 && (zeros[1] ?? 0) < half * 0.1) return "utf-16be";
  return null;
}

/** True when the bytes are UTF-8, apart from a character cut at either end of the sample. */
export function isUtf8(bytes: Uint8Array): boolean {
  let from = 0;
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes.subarray(from), {
      stream: true,
    });
    return true;
  } catch {
    return false;
  }
}

/** Decides on the encoding from a few samples, the first being the start of the file. */
export function sniffEncoding(samples: readonly Uint8Array[]): EncodingGuess {
  const head = samples[0] ?? new Uint8Array();
  if (starts(head, 0xef, 0xbb, 0xbf))
    return { encoding: "utf-8", evidence: { code: "encoding.bom", sure: true } };
  if (starts(head, 0xff, 0xfe))
    return { encoding: "utf-16le", evidence: { code: "encoding.bom", sure: true } };
  if (starts(head, 0xfe, 0xff))
    return { encoding: "utf-16be", evidence: { code: "encoding.bom", sure: true } };
  const side = zeroSide(head);
  if (side !== null) return { encoding: side, evidence: { code: "encoding.guessed", sure: true } };
  if (samples.every((bytes) => bytes.every((value) => value < 0x80))) {
    return { encoding: "utf-8", evidence: { code: "encoding.ascii", sure: true } };
  }
  return samples.every(isUtf8)
    ? { encoding: "utf-8", evidence: { code: "encoding.valid", sure: true } }
    : { encoding: "windows-1252", evidence: { code: "encoding.guessed", sure: false } };
}

/** What a file is that holds no text. */
export type NotText = "spreadsheet" | "archive" | "binary";

const MAGIC: readonly (readonly [NotText, readonly number[]])[] = [
  ["spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
  ["binary", [0x25, 0x50, 0x44, 0x46]],
  ["binary", [0x89, 0x50, 0x4e, 0x47]],
  ["binary", [0xff, 0xd8, 0xff]],
  ["archive", [0x1f, 0x8b]],
  ["archive", [0x42, 0x5a, 0x68]],
  ["archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["binary", [0x50, 0x41, 0x52, 0x31]],
];

/** A zip: workbooks are zips too, and tell so by their first file, which lies at byte 30. */
function zipped(head: Uint8Array): NotText {
  const name = new TextDecoder().decode(head.subarray(30, 30 + (head[26] ?? 0)));
  return /\.(?:csv|tsv|txt|json)$/i.test(name) ? "archive" : "spreadsheet";
}

/** Says what a file is when it is no text, or null for text. */
export function notText(head: Uint8Array): NotText | null {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return zipped(head);
  for (const [what, magic] of MAGIC) if (starts(head, ...magic)) return what;
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) || zeroSide(head) !== null) return null;
  const odd = head
    .subarray(0, 4_096)
    .filter((value) => value < 9 || (value > 13 && value < 32)).length;
  return odd > Math.min(head.length, 4_096) * 0.02 ? "binary" : null;
}
