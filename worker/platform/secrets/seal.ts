import { base64url } from "#worker/platform/bytes.ts";
import type { Env } from "#worker/platform/env.ts";
import { readDataKeys } from "./data-keys.ts";

/** Where a sealed value stands. It opens nowhere else: another row or column is refused as if it were forged. */
export interface Place {
  /** Whose it is: the organization in its own database, the person in the control database. */
  owner: string;
  table: string;
  row: string;
  column: string;
}

/** What can go wrong with a sealed value. The message never holds any of it. */
export class SealError extends Error {
  override readonly name = "SealError";
  constructor(readonly reason: "shape" | "key" | "forged") {
    super(`A sealed value can't be opened: ${reason}`);
  }
}

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^v1\.([a-z0-9]{1,16})\.([\w-]+)$/;

function associated({ owner, table, row, column }: Place): Uint8Array<ArrayBuffer> {
  const parts = [owner, table, row, column];
  // A part with the separator could make two places look the same.
  if (parts.some((part) => part === "" || part.includes("|"))) throw new Error("Not a place");
  return Uint8Array.from(new TextEncoder().encode(parts.join("|")));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/**
 * Encrypts a text for one place with the current key: `v1.<key id>.<base64url of 12-byte IV, ciphertext and tag>`,
 * AES-256-GCM with owner|table|row|column as associated data.
 */
export async function seal(
  env: Pick<Env, "DATA_KEYS">,
  place: Place,
  text: string,
): Promise<string> {
  const { current } = await readDataKeys(env);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: associated(place) },
    current.key,
    new TextEncoder().encode(text),
  );
  const whole = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
  return `${VERSION}.${current.id}.${base64url(whole)}`;
}

/** Opens a sealed text. Error: `SealError` (not a sealed value, no such key, or not sealed for this place as it stands). */
export async function unseal(
  env: Pick<Env, "DATA_KEYS">,
  place: Place,
  sealed: string,
): Promise<string> {
  const [, id, body] = SEALED.exec(sealed) ?? [];
  if (!id || !body) throw new SealError("shape");
  const key = (await readDataKeys(env)).byId.get(id);
  if (!key) throw new SealError("key");
  try {
    const bytes = bytesOf(body);
    if (bytes.length < IV_BYTES + TAG_BYTES) throw new SealError("shape");
    const iv = bytes.subarray(0, IV_BYTES);
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData: associated(place) },
      key,
      bytes.subarray(IV_BYTES),
    );
    return new TextDecoder().decode(opened);
  } catch (error) {
    if (error instanceof SealError) throw error;
    throw new SealError("forged");
  }
}

/** The start of everything sealed with the current key, as rotation looks for what is not. */
export async function currentPrefix(env: Pick<Env, "DATA_KEYS">): Promise<string> {
  return `${VERSION}.${(await readDataKeys(env)).current.id}.`;
}
