/** The chunks of a stream as they arrive. Whoever leaves early cancels it. Safari iterates no streams by itself. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The UTF-8 texts that `separator` ends, as they arrive. What follows the last one was broken off: it is left out. */
export async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
  separator: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of chunksOf(stream)) {
    rest += decoder.decode(bytes, { stream: true });
    const pieces = rest.split(separator);
    rest = pieces.pop() ?? "";
    yield* pieces;
  }
}
