/** What the text of a token says. Nothing of it is believed before its hash is found in the database. */
export interface TokenParts {
  /** A person's own token, or one of a service account. */
  kind: "token" | "service";
  organizationId: string;
  /** Number of the organization's database when the token was made. */
  slot: number;
  /** The person or the service account. */
  principalId: string;
}

/** What every token begins with: how scanners of published code find one, and we tell it from an access token. */
export const TOKEN_PREFIX = "aet_";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SECRET_LENGTH = 43;
const CHECK_LENGTH = 6;
const SHAPE =
  /^aet_([us])(\d{4})([0-9A-HJKMNP-TV-Z]{26})([0-9A-HJKMNP-TV-Z]{26})[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/;

/** A number in base 62, filled up to a length. */
function base62(value: bigint, length: number): string {
  let rest = value;
  let text = "";
  while (text.length < length) {
    text = (ALPHABET[Number(rest % 62n)] ?? "") + text;
    rest /= 62n;
  }
  return text;
}

/** CRC-32 (IEEE 802.3) of an ASCII text. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let place = 0; place < text.length; place += 1) {
    crc ^= text.charCodeAt(place);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const checkOf = (text: string) => base62(BigInt(crc32(text)), CHECK_LENGTH);

/**
 * Writes a token: `aet_`, `u` or `s`, slot, organization, principal, 256 random bits, a checksum against typing errors. It
 * names the database so that the first request to it need not wait for the token to be looked up.
 * @param secret 32 random bytes.
 */
export function formatToken(parts: TokenParts, secret: Uint8Array): string {
  const { kind, slot, organizationId, principalId } = parts;
  const number = secret.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const where = `${String(slot).padStart(4, "0")}${organizationId.slice(4)}${principalId.slice(4)}`;
  const body = `${TOKEN_PREFIX}${kind === "service" ? "s" : "u"}${where}${base62(number, SECRET_LENGTH)}`;
  return body + checkOf(body);
}

/** Reads a token's text; null when it is none, is cut, or was mistyped. */
export function parseToken(text: string): TokenParts | null {
  const [, letter, slot, organization, principal, check] = SHAPE.exec(text) ?? [];
  if (check === undefined || checkOf(text.slice(0, -CHECK_LENGTH)) !== check) return null;
  const kind = letter === "s" ? "service" : "token";
  return {
    kind,
    organizationId: `org_${organization}`,
    slot: Number(slot),
    principalId: `${kind === "service" ? "svc" : "usr"}_${principal}`,
  };
}
