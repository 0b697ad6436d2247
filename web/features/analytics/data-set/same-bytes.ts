/** Bytes of each that are held at once. */
const PIECE = 4_000_000;

/** Whether two files hold the same, byte for byte; read no further than the first difference. */
export async function areSameBytes(a: Blob, b: Blob): Promise<boolean> {
  if (a.size !== b.size) return false;
  for (let at = 0; at < a.size; at += PIECE) {
    const [one, other] = await Promise.all(
      [a, b].map(async (file) => new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())),
    );
    if (!one?.every((byte, place) => byte === other?.[place])) return false;
  }
  return true;
}
