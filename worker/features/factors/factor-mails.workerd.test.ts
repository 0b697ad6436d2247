import { beforeAll, describe, expect, it } from "vitest";
import { signUp } from "#worker/features/identity/testing.ts";
import { mailsTo } from "#worker/platform/testing-mails.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { newAuthenticator } from "./testing-authenticator.ts";
import { aWhileLater, codeOf, firstStep } from "./testing.ts";

type Person = Awaited<ReturnType<typeof signUp>>;
let claire: Person;
let key: string;
let codes: string[];

const verified = async () => {
  const person = await signUp();
  await change(
    "UPDATE users SET email_verified_at = created_at WHERE email = ?",
    person.form.email,
  );
  return person;
};
const act = <T>(request: string, body?: unknown, { browser, token }: Person = claire) =>
  browser.json<T>(request, body, token);
/** Subjects of the mails about second factors, oldest first. */
const told = async ({ form }: Person = claire) => {
  const mails = await mailsTo(form.email, "factor_changed");
  return mails.map(({ subject }) => subject).toReversed();
};

beforeAll(async () => {
  claire = await verified();
});

describe("a change of second factors is told by mail:", () => {
  it("an authenticator app, once it counts", async () => {
    ({ key } = await act<{ key: string }>("post /auth/factors/totp"));
    expect(await told()).toEqual([]);
    const body = { code: await codeOf(key) };
    ({ recoveryCodes: codes } = await act<{ recoveryCodes: string[] }>(
      "post /auth/factors/totp/confirm",
      body,
    ));
    expect(await told()).toEqual(["Application d’authentification ajoutée à votre compte"]);
    const [mail] = await mailsTo(claire.form.email, "factor_changed");
    expect(mail?.link).toMatch(/\/settings\/security$/);
    expect(mail?.text).toMatch(/Choisir un nouveau mot de passe\n\S+\/forgot\n/);
    expect(mail?.text).toContain("Firefox · Linux");
  });

  it("a recovery code that signed in, with how many are left", async () => {
    const { browser, token } = await firstStep(claire);
    const code = codes[0] ?? "";
    await browser.json("post /auth/sign-in/code", { token, code });
    const [mail] = await mailsTo(claire.form.email, "factor_changed");
    expect(mail?.subject).toBe("Un code de secours de votre compte a servi");
    expect(mail?.text).toContain("Il en reste 9.");
    await browser.call("post /auth/sign-in/code", { token, code });
    expect(await told()).toHaveLength(2);
  });

  it("a recovery code that proved again who is there", async () => {
    await act("post /auth/fresh", { code: codes[1] });
    const [mail] = await mailsTo(claire.form.email, "factor_changed");
    expect(mail?.text).toContain("Il en reste 8.");
    await aWhileLater(claire);
    await act("post /auth/fresh", { code: await codeOf(key) });
    expect(await told()).toHaveLength(3);
  });

  it("recovery codes made anew, a passkey added and removed by name, the app removed", async () => {
    await act("post /auth/factors/recovery-codes");
    const { challenge } = await act<{ challenge: string }>("post /auth/passkeys/options");
    const made = await (await newAuthenticator()).make(challenge);
    const body = { name: "Clé du bureau", passkey: made };
    const { passkey } = await act<{ passkey: { id: string } }>("post /auth/passkeys", body);
    await act(`delete /auth/passkeys/${passkey.id}`);
    await act("delete /auth/factors/totp");
    expect((await told()).slice(3)).toEqual([
      "Nouveaux codes de secours pour votre compte",
      "Clé d’accès ajoutée à votre compte",
      "Clé d’accès retirée de votre compte",
      "Application d’authentification retirée de votre compte",
    ]);
    const [, removed] = await mailsTo(claire.form.email, "factor_changed");
    expect(removed?.text).toContain("Clé du bureau");
  });

  it("to a verified address only, and nothing of what was refused", async () => {
    const stranger = await signUp();
    const unconfirmed = "UPDATE users SET email_verified_at = NULL WHERE id = ?";
    await change(unconfirmed, stranger.me.person.id);
    const { key: other } = await act<{ key: string }>(
      "post /auth/factors/totp",
      undefined,
      stranger,
    );
    await act("post /auth/factors/totp/confirm", { code: await codeOf(other) }, stranger);
    expect(await told(stranger)).toEqual([]);
    const { browser, token } = claire;
    await browser.call("delete /auth/factors/totp", undefined, token);
    expect(await told()).toHaveLength(7);
  });
});
