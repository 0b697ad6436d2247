import type { Reading } from "#domain/analytics/reading.ts";
import { chunksOf } from "#domain/stream.ts";

/** A record of the file found again: its first physical line (from 1) and its text. */
export interface Located {
  line: number;
  raw: string;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** A quote that stays open over more than this was never meant to be one. */
const LONGEST_RECORD = 64_000_000;

/** Physical lines of bytes of a UTF-8 file. `positions` are counted from 0 and ascending. Reads no further than the last. */
export async function linesAt(file: Blob, positions: readonly number[]): Promise<number[]> {
  const lines: number[] = [];
  if (positions.length === 0) return lines;
  let line = 1;
  let base = 0;
  let previous = 0;
  for await (const bytes of chunksOf(file.stream())) {
    for (let at = 0; at < bytes.length; at++) {
      while (positions[lines.length] === base + at) lines.push(line);
      const value = bytes[at];
      if (value === LF ? previous !== CR : value === CR) line++;
      previous = value ?? 0;
    }
    base += bytes.length;
    if (lines.length === positions.length) break;
  }
  while (lines.length < positions.length) lines.push(line);
  return lines;
}

/** How `locateRecords` finds the records of a file that was read so; `refused` as it takes them. */
export const recordsOf = (
  { titleLines, header, quotes }: Pick<Reading, "titleLines" | "header" | "quotes">,
  refused: ReadonlySet<number>,
): Parameters<typeof locateRecords>[2] => ({
  skipLines: titleLines + (header ? 1 : 0),
  refused,
  quotes: quotes !== "none",
});

/**
 * Finds records by their number among the accepted ones (from 0, ascending) in a UTF-8 file, since the table keeps no line numbers.
 * `refused` holds the bytes at which records start that the reader left out. Quotes may span lines. Reads no further than the last.
 */
export async function locateRecords(
  file: Blob,
  wanted: readonly number[],
  {
    skipLines,
    refused,
    quotes = true,
  }: { skipLines: number; refused: ReadonlySet<number>; quotes?: boolean },
): Promise<Located[]> {
  const spans: { line: number; raw: string | Promise<string> }[] = [];
  const decoder = new TextDecoder();
  let bytes: Uint8Array = new Uint8Array();
  let line = 1;
  let start = 0;
  let startLine = 1;
  let base = 0;
  let previous = 0;
  let accepted = 0;
  let quoted = false;
  const end = (to: number): void => {
    const counts = startLine > skipLines && to > start && !refused.has(start);
    if (!counts) return;
    if (wanted[spans.length] === accepted) {
      // Only one that began in a chunk before is read again.
      const raw =
        start < base
          ? file.slice(start, to).text()
          : decoder.decode(bytes.subarray(start - base, to - base));
      spans.push({ line: startLine, raw });
    }
    accepted++;
  };
  for await (bytes of chunksOf(file.stream())) {
    for (let at = 0; at < bytes.length && spans.length < wanted.length; at++) {
      const value = bytes[at] ?? 0;
      const byte = base + at;
      if (quotes && value === QUOTE) quoted = !quoted;
      else if (value === LF && previous === CR) {
        if (!quoted) start = byte + 1;
      } else if (value === LF || value === CR) {
        line++;
        if (
          !quoted ||
          startLine <= skipLines ||
          refused.has(start) ||
          byte - start > LONGEST_RECORD
        ) {
          quoted = false;
          end(byte);
          start = byte + 1;
          startLine = line;
        }
      }
      previous = value;
    }
    base += bytes.length;
    if (spans.length === wanted.length) break;
  }
  if (spans.length < wanted.length) end(base);
  return Promise.all(spans.map(async (one) => ({ line: one.line, raw: await one.raw })));
}
