import type { Encoding, Reading } from "#domain/analytics/reading.ts";
import { findTotals } from "#domain/analytics/sniff/totals.ts";

const TAIL_BYTES = 65_536;

/** The file as UTF-8 without a mark. A UTF-8 file is sliced, never copied; others are decoded as a stream. */
export async function asUtf8(
  file: Blob,
  encoding: Encoding,
  options: {
    signal?: AbortSignal | undefined;
    onBytes?: ((bytes: number) => void) | undefined;
  } = {},
): Promise<Blob> {
  if (encoding === "utf-8") {
    const head = new Uint8Array(await file.slice(0, 3).arrayBuffer());
    return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? file.slice(3) : file;
  }
  let done = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      options.signal?.throwIfAborted();
      done += chunk.byteLength;
      options.onBytes?.(done);
      controller.enqueue(chunk);
    },
  });
  const decoder = new TextDecoderStream(encoding) as unknown as TransformStream<Uint8Array, string>;
  const text = file.stream().pipeThrough(counted).pipeThrough(decoder);
  return new Response(text.pipeThrough(new TextEncoderStream())).blob();
}

/** Leaves a row of totals at the end out, as a slice: nothing is copied. */
export async function withoutTotals(utf8: Blob, reading: Reading): Promise<Blob> {
  if (reading.totals === "keep" || reading.totalLabel === null) return utf8;
  const { tail, from } = await lastLines(utf8);
  const found = findTotals(tail, reading.delimiter);
  if (found === null) return utf8;
  return utf8.slice(0, from + new TextEncoder().encode(tail.slice(0, found.keep)).byteLength);
}

/** The last text of a UTF-8 file from the start of a line on, and the byte where it starts. */
export async function lastLines(utf8: Blob): Promise<{ tail: string; from: number }> {
  const start = Math.max(0, utf8.size - TAIL_BYTES);
  const bytes = new Uint8Array(await utf8.slice(start).arrayBuffer());
  const cut = start === 0 ? 0 : bytes.findIndex((value) => value === 10 || value === 13) + 1;
  return { tail: new TextDecoder().decode(bytes.subarray(cut)), from: start + cut };
}
