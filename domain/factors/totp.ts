import { base32, fromBase32 } from "./base32.ts";

/** Seconds that a code holds (RFC 6238, X). */
const STEP_SECONDS = 30;
/** 160 bits, as RFC 4226 recommends. */
const KEY_BYTES = 20;

/** How codes are made; authenticator apps know this one. */
interface Scheme {
  hash: "SHA-1" | "SHA-256" | "SHA-512";
  digits: number;
}
const USUAL: Scheme = { hash: "SHA-1", digits: 6 };

/** A new key of an authenticator app, in base32. */
export function newTotpKey(): string {
  return base32(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

/** The number of the 30-second step of an instant (UTC milliseconds). */
export function stepAt(now: number): number {
  return Math.floor(now / 1000 / STEP_SECONDS);
}

/** The code of a step (RFC 6238 over RFC 4226, dynamic truncation). `key`: base32. */
export async function totpCode(key: string, step: number, scheme = USUAL): Promise<string> {
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(step));
  const algorithm = { name: "HMAC", hash: scheme.hash };
  const secret = await crypto.subtle.importKey("raw", fromBase32(key), algorithm, false, ["sign"]);
  const mac = new DataView(await crypto.subtle.sign("HMAC", secret, message.buffer));
  const offset = mac.getUint8(mac.byteLength - 1) & 0x0f;
  const number = mac.getUint32(offset) & 0x7fff_ffff;
  return String(number % 10 ** scheme.digits).padStart(scheme.digits, "0");
}

/**
 * The step whose code was typed: this one, the one before or the one after, for clocks that differ. Null when none fits, or
 * when that step or a later one was used already: nobody who saw a code can use it again.
 * @param now UTC milliseconds.
 * @param lastStep the last step that was used; 0 for none.
 */
export async function matchStep(
  key: string,
  typed: string,
  now: number,
  lastStep: number,
): Promise<number | null> {
  const current = stepAt(now);
  const steps = [current - 1, current, current + 1];
  const codes = await Promise.all(steps.map((step) => totpCode(key, step)));
  const found = steps.filter((step, at) => codes[at] === typed && step > lastStep);
  return found[0] ?? null;
}

/** The address that authenticator apps read from a QR code (key URI format). */
export function otpauthUri(key: string, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = `secret=${key}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
  return `otpauth://totp/${label}?${query}`;
}
