import { decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import { fail } from "#domain/errors.ts";

/** The challenge that a passkey says it has signed. Error: `auth.passkey_invalid`. */
export function challengeIn(response: { clientDataJSON: string }): string {
  try {
    const { challenge } = decodeClientDataJSON(response.clientDataJSON);
    if (typeof challenge === "string") return challenge;
  } catch {
    // Not what a browser makes.
  }
  return fail("auth.passkey_invalid");
}

/** The bytes of a URL-safe base64 text. */
export function bytesOfBase64url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
