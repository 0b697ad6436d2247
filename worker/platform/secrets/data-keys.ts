import type { Env } from "#worker/platform/env.ts";

/** A key of the data: 256 bits under the name that every value sealed with it bears. */
interface DataKey {
  id: string;
  key: CryptoKey;
}

/** Keys that this Worker holds. New values are sealed with `current`; `byId` opens those of before. */
interface DataKeys {
  current: DataKey;
  byId: ReadonlyMap<string, CryptoKey>;
}

const ENTRY = /^([a-z0-9]{1,16}):([A-Za-z0-9+/]{43}=)$/;

/**
 * Reads `DATA_KEYS`: `id:base64` of 32 bytes each, separated by commas, the current one first. Throws when it can't be
 * read, without telling what stands in it.
 */
export async function readDataKeys(env: Pick<Env, "DATA_KEYS">): Promise<DataKeys> {
  const keys = await Promise.all(
    env.DATA_KEYS.split(",").map(async (entry): Promise<DataKey> => {
      const [, id, text] = ENTRY.exec(entry.trim()) ?? [];
      if (!id || !text) throw new Error("DATA_KEYS is not a list of id:base64 with 32 bytes each");
      const raw = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, [
        "encrypt",
        "decrypt",
      ]);
      return { id, key };
    }),
  );
  const [current] = keys;
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  if (!current || byId.size < keys.length) throw new Error("DATA_KEYS names a key twice");
  return { current, byId };
}
