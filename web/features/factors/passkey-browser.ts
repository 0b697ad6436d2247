import type { NewPasskey, SignedPasskey } from "#domain/factors/passkey.ts";
import { ApiProblem, type PasskeyCode } from "#web/lib/api-problem.ts";

/** Whether passkeys can be used here: the browser knows them, and the address is a name, not a number. */
export function knowsPasskeys(host = location.hostname): boolean {
  return "PublicKeyCredential" in globalThis && !/^[\d.]+$|:/.test(host);
}

/** The person closed the browser's window, or let its time pass: nothing to tell them. */
const DECLINED = ["NotAllowedError", "AbortError"];

/** What else a browser throws (WebAuthn level 3, 5.1.3 and 5.1.4), as something that the page has words for. */
const REFUSALS: Readonly<Record<string, PasskeyCode>> = {
  InvalidStateError: "passkey.exists",
  SecurityError: "passkey.address",
  NotSupportedError: "passkey.unable",
  ConstraintError: "passkey.unable",
  UnknownError: "passkey.unable",
};

/** Has the browser do something with a passkey; null when the person declined. Errors: `ApiProblem` `passkey.…`. */
async function ask<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const { name } = error as { name: string };
    if (DECLINED.includes(name)) return null;
    const code = REFUSALS[name];
    throw code ? new ApiProblem(code, 400) : error;
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
