/** Crockford's base32: without i, l, o and u, so that nothing is read as something else. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 26;
/** Codes that a person gets at a time. */
export const RECOVERY_CODES = 10;

/** A recovery code of 130 random bits, in groups as it is written down: `7k2mq-…`. */
export function newRecoveryCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH));
  const text = Array.from(random, (byte) => ALPHABET[byte % 32]).join("");
  return text.replace(/^(.{5})(.{5})(.{5})(.{5})/, "$1-$2-$3-$4-");
}

/** A typed recovery code as it was made: without spaces and dashes, misread letters put right. Null when it can't be one. */
export function readRecoveryCode(typed: string): string | null {
  const text = typed
    .toLowerCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");
  return new RegExp(`^[${ALPHABET}]{${LENGTH}}$`).test(text) ? text : null;
}
