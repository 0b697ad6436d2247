import type { Encoding } from "#domain/analytics/reading.ts";
import { notText, sniffEncoding, type NotText } from "#domain/analytics/sniff/encoding.ts";
import { otherFormat } from "#domain/analytics/sniff/other-format.ts";
import type { TextSample } from "#domain/analytics/sniff/sniff.ts";

const HEAD_BYTES = 256 * 1024;
const PART_BYTES = 64 * 1024;
/** Above this the tables no longer fit beside each other in the 4 GB of wasm. */
export const LARGEST_FILE = 2 * 1024 ** 3;

export type Unreadable = "empty" | Exclude<NotText, "spreadsheet"> | "markup" | "too-large";

/** The file is no table that can be read here; `reason` says what it is instead. */
export class FileRefused extends Error {
  readonly reason: Unreadable;
  constructor(reason: Unreadable) {
    super(reason);
    this.reason = reason;
  }
}

const bytesOf = async (file: Blob, from: number, length: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(from, from + length).arrayBuffer());

/** Cuts at line ends, so that a sample holds whole lines; UTF-16 keeps its pairs as slices start on even bytes. */
const wholeLines = (text: string, start: boolean, end: boolean): string => {
  const from = start ? 0 : text.search(/[\r\n]/) + 1;
  const to = end ? text.length : Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
  return text.slice(from, to > from ? to : text.length);
};

/**
 * Reads the start, the end and three places between of a file, whatever its size. `encoding` overrides the detected one.
 * Throws FileRefused for what is no text, holds nothing or is too large.
 */
export async function sampleFile(file: Blob, encoding?: Encoding): Promise<TextSample> {
  if (file.size === 0) throw new FileRefused("empty");
  const what = notText(await bytesOf(file, 0, HEAD_BYTES));
  if (what !== null) throw new FileRefused(what === "spreadsheet" ? "binary" : what);
  if (file.size > LARGEST_FILE) throw new FileRefused("too-large");
  const sample = await parts(file, encoding);
  if (otherFormat(sample.head) === "markup") throw new FileRefused("markup");
  return sample;
}

/** The same of a text that was made here: it is UTF-8, and its cells may look like anything. Throws FileRefused when it holds nothing. */
export const sampleMade = (text: Blob): Promise<TextSample> => parts(text, "utf-8");

async function parts(file: Blob, encoding?: Encoding): Promise<TextSample> {
  const head = await bytesOf(file, 0, HEAD_BYTES);
  const whole = file.size <= HEAD_BYTES;
  const places = whole ? [] : [0.25, 0.5, 0.75].map((share) => Math.floor(file.size * share) & ~1);
  const more = await Promise.all(places.map((from) => bytesOf(file, from, PART_BYTES)));
  const tailFrom = Math.max(0, file.size - PART_BYTES) & ~1;
  const tail = await bytesOf(file, tailFrom, PART_BYTES + 2);

  const guess = sniffEncoding([head, ...more, tail]);
  const decoder = new TextDecoder(encoding ?? guess.encoding);
  const text = decoder.decode(head);
  if (text.trim() === "") throw new FileRefused("empty");
  return {
    head: wholeLines(text, true, whole),
    more: more.map((bytes) => wholeLines(decoder.decode(bytes), false, false)),
    tail: wholeLines(decoder.decode(tail), tailFrom === 0, true),
    encoding: encoding ?? guess.encoding,
    encodingEvidence: guess.evidence,
  };
}
