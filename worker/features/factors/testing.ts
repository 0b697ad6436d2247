import type { FactorAsked } from "#domain/factors/model.ts";
import { stepAt, totpCode } from "#domain/factors/totp.ts";
import { openBrowser, signUp } from "#worker/features/identity/testing.ts";
import { change } from "#worker/platform/testing-databases.ts";

type SignedUp = Awaited<ReturnType<typeof signUp>>;

/** The code that an app with this key shows now, or `off` steps from now. */
export function codeOf(key: string, off = 0): Promise<string> {
  return totpCode(key, stepAt(Date.now()) + off);
}

/** Lets codes of this and the neighbouring steps work again, as after a minute and a half. */
export async function aWhileLater(person: SignedUp): Promise<void> {
  const set = "UPDATE totp_factors SET last_step = last_step - 3 WHERE user_id = ?";
  await change(set, person.me.person.id);
}

/** Somebody who has just registered and set up an authenticator app. */
export async function withTotp() {
  const person = await signUp();
  const { browser, token } = person;
  const { key } = await browser.json<{ key: string }>("post /auth/factors/totp", undefined, token);
  const { recoveryCodes } = await browser.json<{ recoveryCodes: string[] }>(
    "post /auth/factors/totp/confirm",
    { code: await codeOf(key) },
    token,
  );
  await aWhileLater(person);
  return { ...person, key, recoveryCodes };
}

/** The first step of signing in, in a browser of its own: what the second one is asked with. */
export async function firstStep({ form }: Pick<SignedUp, "form">, browser = openBrowser()) {
  const { email, password } = form;
  const { secondFactor } = await browser.json<FactorAsked>("post /auth/sign-in", {
    email,
    password,
  });
  return { browser, ...secondFactor };
}
