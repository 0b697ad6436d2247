import { beforeEach, describe, expect, it } from "vitest";
import { ROUTES } from "#worker/app.ts";
import { openBrowser, refusal, signUp } from "#worker/features/identity/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { aWhileLater, codeOf, withTotp } from "./testing.ts";
import { newAuthenticator } from "./testing-authenticator.ts";

type Person = Awaited<ReturnType<typeof signUp>>;

/** Eleven minutes after the last proof, or `minutes`. */
async function later({ me }: Person, minutes = 11): Promise<void> {
  const at = new Date(Date.now() - minutes * 60_000).toISOString();
  await change("UPDATE sessions SET proven_at = ? WHERE user_id = ?", at, me.person.id);
}
const issue = ({ browser, token }: Person) =>
  browser.call("post /auth/factors/recovery-codes", undefined, token);
const prove = ({ browser, token }: Person, proof: object) =>
  browser.call("post /auth/fresh", proof, token);

describe("routes that ask for a fresh proof", () => {
  it("are those that change factors and hand the organization over", () => {
    const fresh = ROUTES.filter(({ route }) => route.fresh).map(
      ({ route }) => `${route.method} ${route.path}`,
    );
    expect(fresh).toEqual(
      expect.arrayContaining([
        "post /auth/factors/totp",
        "delete /auth/factors/totp",
        "post /auth/factors/recovery-codes",
        "post /auth/passkeys/options",
        "delete /auth/passkeys/{id}",
        "post /organization/ownership",
      ]),
    );
  });

  it("take a sign-in of the last ten minutes, and no older one", async () => {
    const person = await withTotp();
    await later(person, 9);
    expect((await issue(person)).status).toBe(200);
    await later(person);
    expect(await refusal(await issue(person))).toEqual([403, "auth.fresh_required"]);
  });

  it("do nothing when they refuse, and refreshing the token is no proof", async () => {
    const person = await withTotp();
    await later(person);
    const { accessToken: token } = await person.browser.json<{ accessToken: string }>(
      "post /auth/refresh",
      {},
    );
    const removed = await person.browser.call("delete /auth/factors/totp", undefined, token);
    expect(await refusal(removed)).toEqual([403, "auth.fresh_required"]);
    const left = "SELECT 1 FROM totp_factors WHERE user_id = ?";
    expect(await rows(left, person.me.person.id)).toHaveLength(1);
  });
});

describe("proving again", () => {
  let person: Awaited<ReturnType<typeof withTotp>>;
  beforeEach(async () => {
    person = await withTotp();
    await later(person);
  });

  it("by a code opens ten minutes, for this session alone", async () => {
    const other = openBrowser();
    expect((await prove(person, { code: await codeOf(person.key) })).status).toBe(204);
    expect((await issue(person)).status).toBe(200);
    expect(other.cookie()).toBeNull();
    const sessions = await rows<{ proven_at: string }>(
      "SELECT proven_at FROM sessions WHERE user_id = ? ORDER BY proven_at",
      person.me.person.id,
    );
    expect(Date.now() - Date.parse(sessions.at(-1)?.proven_at ?? "")).toBeLessThan(60_000);
    const kinds = await rows<{ kind: string }>(
      "SELECT kind FROM auth_events WHERE user_id = ?",
      person.me.person.id,
    );
    expect(kinds.map(({ kind }) => kind)).toContain("session.proven");
  });

  it("uses the code up, and takes no wrong one", async () => {
    const code = await codeOf(person.key);
    expect((await prove(person, { code })).status).toBe(204);
    expect(await refusal(await prove(person, { code }))).toEqual([422, "auth.code_invalid"]);
    await aWhileLater(person);
    expect(await refusal(await prove(person, { code: "000000" }))).toEqual([
      422,
      "auth.code_invalid",
    ]);
    const refused = await rows(
      "SELECT 1 FROM auth_events WHERE user_id = ? AND kind = 'factor.refused'",
      person.me.person.id,
    );
    expect(refused).toHaveLength(2);
  });

  it("by the password is for whoever has nothing else", async () => {
    const { password } = person.form;
    expect(await refusal(await prove(person, { password }))).toEqual([
      403,
      "auth.second_factor_required",
    ]);
    const plain = await signUp();
    await later(plain);
    const start = () => plain.browser.call("post /auth/factors/totp", undefined, plain.token);
    expect(await refusal(await start())).toEqual([403, "auth.fresh_required"]);
    expect(await refusal(await prove(plain, { password: "autre phrase" }))).toEqual([
      422,
      "auth.password_wrong",
    ]);
    expect((await start()).status).toBe(403);
    expect((await prove(plain, { password })).status).toBe(204);
    expect((await start()).status).toBe(200);
  });

  it("by a passkey takes one's own only", async () => {
    const claire = await signUp();
    const authenticator = await newAuthenticator();
    const { browser, token } = claire;
    const { challenge } = await browser.json<{ challenge: string }>(
      "post /auth/passkeys/options",
      undefined,
      token,
    );
    const made = { name: "A", passkey: await authenticator.make(challenge) };
    await browser.json("post /auth/passkeys", made, token);
    await later(claire);
    const sign = async () => {
      const asked = await browser.json<{ challenge: string }>("post /auth/passkey/options");
      return { passkey: await authenticator.sign(asked.challenge) };
    };
    expect(await refusal(await prove(person, await sign()))).toEqual([422, "auth.passkey_invalid"]);
    expect(await refusal(await issue(claire))).toEqual([403, "auth.fresh_required"]);
    expect((await prove(claire, await sign())).status).toBe(204);
    expect((await issue(claire)).status).toBe(200);
  });

  it("counts wrong proofs as wrong passwords are", async () => {
    for (let n = 0; n < 5; n += 1)
      expect((await prove(person, { code: "000000" })).status).toBe(422);
    expect((await prove(person, { code: await codeOf(person.key) })).status).toBe(429);
  });
});
