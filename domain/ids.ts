import { z } from "zod";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Prefixes of record ids: three letters, so that an id tells what it names wherever it is read. */
export type IdPrefix =
  | "usr"
  | "org"
  | "mem"
  | "rol"
  | "ses"
  | "inv"
  | "tok"
  | "svc"
  | "evt"
  | "req"
  | "whk"
  | "msg"
  | "cli"
  | "brd"
  | "col"
  | "crd"
  | (string & {});

/** Encodes a UTC instant (ms) as the ten leading characters of a ULID, so that ids sort by creation. */
function encodeTime(ms: number): string {
  let rest = ms;
  let text = "";
  for (let i = 0; i < 10; i += 1) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/**
 * Makes a record id: prefix, underscore and a ULID (https://github.com/ulid/spec).
 * @param prefix what the id names, such as `cli`.
 * @param now UTC milliseconds; the clock's own when left out.
 */
export function newId(prefix: IdPrefix, now: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  let text = "";
  for (const byte of random) text += ALPHABET[byte % 32];
  return `${prefix}_${encodeTime(now)}${text}`;
}

/** A zod schema of ids with this prefix: refuses every other shape before it reaches a query. */
export function idSchema(prefix: IdPrefix) {
  return z.string().regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`));
}
