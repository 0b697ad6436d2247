import type { NewPasskey, SignedPasskey } from "#domain/factors/passkey.ts";

/** Whether passkeys can be used here: the browser knows them, and the address is a name, not a number. */
export function knowsPasskeys(host = location.hostname): boolean {
  return "PublicKeyCredential" in globalThis && !/^[\d.]+$|:/.test(host);
}

/** The person closed the browser's window, or let its time pass: nothing to tell them. */
function isDeclined(error: unknown): boolean {
  const name = error instanceof Error ? error.name : "";
  return name === "NotAllowedError" || name === "AbortError";
}

/** Has the browser do something with a passkey; null when the person declined. */
async function ask<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isDeclined(error)) return null;
    throw error;
  }
}

/** Has the browser make a passkey; null when the person declined. */
export async function makePasskey(options: object): Promise<NewPasskey | null> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  type Options = Parameters<typeof startRegistration>[0]["optionsJSON"];
  return ask(() =>
    startRegistration({ optionsJSON: options as Options }),
  ) as Promise<NewPasskey | null>;
}

/** Has one of the browser's passkeys sign; null when the person declined. */
export async function signWithPasskey(options: object): Promise<SignedPasskey | null> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  type Options = Parameters<typeof startAuthentication>[0]["optionsJSON"];
  return ask(() =>
    startAuthentication({ optionsJSON: options as Options }),
  ) as Promise<SignedPasskey | null>;
}
