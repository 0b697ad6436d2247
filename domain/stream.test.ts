import { expect, it } from "vitest";
import { chunksOf, piecesOf } from "./stream.ts";

/** A stream of these pieces that tells whether it was cancelled. */
function streamOf(...pieces: (string | Uint8Array)[]) {
  const state = { cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { stream, state };
}

it("puts pieces together however the bytes are cut, and leaves out what was broken off", async () => {
  const bytes = new TextEncoder().encode("é|deux||tr");
  const { stream } = streamOf(...[...bytes].map((byte) => Uint8Array.of(byte)));
  const pieces: string[] = [];
  for await (const piece of piecesOf(stream, "|")) pieces.push(piece);
  expect(pieces).toEqual(["é", "deux", ""]);
});

it("cancels the stream of whoever leaves, also by an error", async () => {
  const left = streamOf("a|b|", "c|");
  for await (const _ of piecesOf(left.stream, "|")) break;
  expect(left.state.cancelled).toBe(true);
  const thrown = streamOf("a", "b");
  const fail = async () => {
    for await (const _ of chunksOf(thrown.stream)) throw new Error("no more");
  };
  await expect(fail()).rejects.toThrow("no more");
  expect(thrown.state.cancelled).toBe(true);
});
