import { beforeAll, describe, expect, it } from "vitest";
import type { FactorAsked, Factors, Passkey } from "#domain/factors/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { openBrowser, refusal, signUp } from "#worker/features/identity/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { newAuthenticator } from "./testing-authenticator.ts";

type Authenticator = Awaited<ReturnType<typeof newAuthenticator>>;
type Person = Awaited<ReturnType<typeof signUp>>;
type Added = { passkey: Passkey; recoveryCodes: string[] | null };

const askedToMake = ({ browser, token }: Person) =>
  browser.json<{ challenge: string }>("post /auth/passkeys/options", undefined, token);
const asked = (browser = openBrowser()) =>
  browser.json<{ challenge: string }>("post /auth/passkey/options");

async function add(person: Person, authenticator: Authenticator, name = "Clé du bureau") {
  const { challenge } = await askedToMake(person);
  const passkey = await authenticator.make(challenge);
  const body = { name, passkey };
  return person.browser.json<Added>("post /auth/passkeys", body, person.token);
}

async function signIn(authenticator: Authenticator, odd = {}) {
  const { challenge } = await asked();
  const passkey = await authenticator.sign(challenge, odd);
  return openBrowser().call("post /auth/passkey", { passkey });
}

describe("a passkey", () => {
  it("is asked for with what makes it sign in by itself, and comes with recovery codes when it is the first factor", async () => {
    const person = await signUp();
    const options = await askedToMake(person);
    expect(options).toMatchObject({
      rp: { id: "aetheria.test" },
      user: { name: person.form.email },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const { passkey, recoveryCodes } = await add(person, await newAuthenticator());
    expect(passkey).toMatchObject({ name: "Clé du bureau", usedAt: null, synced: false });
    expect(recoveryCodes).toHaveLength(10);
    const second = await add(person, await newAuthenticator(), "Téléphone");
    expect(second.recoveryCodes).toBeNull();
    const { browser, token } = person;
    const factors = await browser.json<Factors>("get /auth/factors", undefined, token);
    expect(factors.passkeys.map(({ name }) => name)).toEqual(["Clé du bureau", "Téléphone"]);
    const { excludeCredentials } = (await askedToMake(person)) as unknown as {
      excludeCredentials: unknown[];
    };
    expect(excludeCredentials).toHaveLength(2);
  });

  it("is made for one person and one challenge", async () => {
    const [claire, karim] = [await signUp(), await signUp()];
    const authenticator = await newAuthenticator();
    const { challenge } = await askedToMake(claire);
    const passkey = await authenticator.make(challenge);
    const send = ({ browser, token }: Person) =>
      browser.call("post /auth/passkeys", { name: "A", passkey }, token);
    expect(await refusal(await send(karim))).toEqual([410, "auth.challenge_invalid"]);
    expect((await send(claire)).status).toBe(201);
    expect(await refusal(await send(claire))).toEqual([409, "auth.factor_exists"]);
    await change("DELETE FROM passkeys");
    expect(await refusal(await send(claire))).toEqual([410, "auth.challenge_invalid"]);
  });

  it.each([
    ["for another origin", { origin: "https://aetheria.evil" }],
    ["for another site", { rpId: "aetheria.evil" }],
    ["by an authenticator that did not ask who is there", { flags: 0b001 }],
  ])("made %s is refused", async (_how, odd) => {
    const person = await signUp();
    const { challenge } = await askedToMake(person);
    const passkey = await (await newAuthenticator()).make(challenge, odd);
    const { browser, token } = person;
    const answer = await browser.call("post /auth/passkeys", { name: "A", passkey }, token);
    expect(await refusal(answer)).toEqual([422, "auth.passkey_invalid"]);
  });
});

describe("signing in with a passkey", () => {
  let claire: Person;
  let authenticator: Authenticator;
  beforeAll(async () => {
    claire = await signUp();
    authenticator = await newAuthenticator();
    await add(claire, authenticator);
  });

  it("needs neither address nor password, and stands for both factors", async () => {
    const me = await (await signIn(authenticator)).json<SignedIn>();
    expect(me.person.id).toBe(claire.me.person.id);
    const events = await rows<{ kind: string }>(
      "SELECT kind FROM auth_events WHERE user_id = ?",
      claire.me.person.id,
    );
    const kinds = events.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["factor.passkey_added", "sign_in.passkey"]));
  });

  it("makes the password alone not enough", async () => {
    const { email, password } = claire.form;
    const answer = await openBrowser().json<FactorAsked>("post /auth/sign-in", { email, password });
    expect(answer.secondFactor.methods).toEqual(["passkey", "recovery"]);
  });

  it("takes what was signed once", async () => {
    const { challenge } = await asked();
    const passkey = await authenticator.sign(challenge);
    expect((await openBrowser().call("post /auth/passkey", { passkey })).status).toBe(200);
    const again = await openBrowser().call("post /auth/passkey", { passkey });
    expect(again.status).toBeGreaterThanOrEqual(400);
    // The same challenge, signed anew.
    const anew = await authenticator.sign(challenge);
    const answer = await openBrowser().call("post /auth/passkey", { passkey: anew });
    expect(await refusal(answer)).toEqual([410, "auth.challenge_invalid"]);
  });

  it.each([
    ["for another origin", { origin: "https://aetheria.evil" }],
    ["for another site", { rpId: "aetheria.evil" }],
    ["without asking who is there", { flags: 0b001 }],
    ["by a copy, whose counter is behind", { counter: 1 }],
  ])("refuses what was signed %s", async (_how, odd) => {
    expect(await refusal(await signIn(authenticator, odd))).toEqual([422, "auth.passkey_invalid"]);
    await authenticator.sign("x", { counter: 100 });
  });

  it("refuses another key under the same name, an unknown one, and what is no answer at all", async () => {
    const other = await newAuthenticator();
    const { challenge } = await asked();
    const forged = {
      ...(await other.sign(challenge)),
      id: authenticator.id,
      rawId: authenticator.id,
    };
    const answers = await Promise.all(
      [
        forged,
        await other.sign((await asked()).challenge),
        {
          ...(await authenticator.sign((await asked()).challenge)),
          response: { clientDataJSON: "eA", authenticatorData: "eA", signature: "eA" },
        },
      ].map((passkey) => openBrowser().call("post /auth/passkey", { passkey })),
    );
    for (const answer of answers) {
      expect(await refusal(answer)).toEqual([422, "auth.passkey_invalid"]);
    }
  });

  it("takes no challenge that was meant for making a passkey, and none whose time is over", async () => {
    const { challenge } = await askedToMake(claire);
    const meant = await authenticator.sign(challenge, { counter: 200 });
    const answer = await openBrowser().call("post /auth/passkey", { passkey: meant });
    expect(await refusal(answer)).toEqual([410, "auth.challenge_invalid"]);
    const late = await authenticator.sign((await asked()).challenge);
    await change("UPDATE challenges SET expires_at = ?", new Date(Date.now() - 1).toISOString());
    const over = await openBrowser().call("post /auth/passkey", { passkey: late });
    expect(await refusal(over)).toEqual([410, "auth.challenge_invalid"]);
  });

  it("ends when the passkey is removed, by its own person only", async () => {
    const karim = await signUp();
    const { browser, token } = claire;
    const { passkeys } = await browser.json<Factors>("get /auth/factors", undefined, token);
    const path = `/auth/passkeys/${passkeys[0]?.id}`;
    const foreign = await karim.browser.call(`delete ${path}`, undefined, karim.token);
    expect(await refusal(foreign)).toEqual([404, "auth.factor_not_found"]);
    expect((await browser.call(`delete ${path}`, undefined, token)).status).toBe(204);
    expect(await refusal(await signIn(authenticator))).toEqual([422, "auth.passkey_invalid"]);
    const { email, password } = claire.form;
    const me = await openBrowser().json<SignedIn>("post /auth/sign-in", { email, password });
    expect(me.person.id).toBe(claire.me.person.id);
  });
});
