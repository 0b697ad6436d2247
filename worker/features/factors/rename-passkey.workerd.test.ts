import { beforeAll, describe, expect, it } from "vitest";
import type { Factors, Passkey } from "#domain/factors/model.ts";
import { openBrowser, refusal, signUp } from "#worker/features/identity/testing.ts";
import { rows } from "#worker/platform/testing-databases.ts";
import { newAuthenticator } from "./testing-authenticator.ts";

let claire: Awaited<ReturnType<typeof signUp>>;
let authenticator: Awaited<ReturnType<typeof newAuthenticator>>;
let id: string;

beforeAll(async () => {
  claire = await signUp();
  authenticator = await newAuthenticator();
  const { browser, token } = claire;
  type Asked = { challenge: string };
  const { challenge } = await browser.json<Asked>("post /auth/passkeys/options", undefined, token);
  const body = { name: "Cet appareil", passkey: await authenticator.make(challenge) };
  type Added = { passkey: Passkey };
  id = (await browser.json<Added>("post /auth/passkeys", body, token)).passkey.id;
});

const rename = (name: string, { browser, token } = claire) =>
  browser.call(`patch /auth/passkeys/${id}`, { name }, token);
const passkeys = async () => {
  const { browser, token } = claire;
  return (await browser.json<Factors>("get /auth/factors", undefined, token)).passkeys;
};

describe("a passkey", () => {
  it("gets another name, which the account's events tell once", async () => {
    const renamed = await rename("Téléphone du chantier");
    expect(await renamed.json()).toMatchObject({ id, name: "Téléphone du chantier" });
    await rename("Téléphone du chantier");
    expect((await passkeys()).map(({ name }) => name)).toEqual(["Téléphone du chantier"]);
    const told = await rows(
      "SELECT 1 FROM auth_events WHERE user_id = ? AND kind = 'factor.passkey_renamed'",
      claire.me.person.id,
    );
    expect(told).toHaveLength(1);
  });

  it.each(["", "   ", "x".repeat(81), "deux\nlignes"])("is not called %j", async (name) => {
    expect(await refusal(await rename(name))).toEqual([422, "request.invalid"]);
  });

  it("is renamed by its own person only", async () => {
    const answer = await rename("À moi", await signUp());
    expect(await refusal(answer)).toEqual([404, "auth.factor_not_found"]);
    expect((await passkeys())[0]?.name).toBe("Téléphone du chantier");
  });

  it("tells what keeps it, and when and with what it was last used", async () => {
    expect((await passkeys())[0]).toMatchObject({ usedAt: null, usedDevice: null });
    const { challenge } = await openBrowser().json<{ challenge: string }>(
      "post /auth/passkey/options",
    );
    const passkey = await authenticator.sign(challenge);
    await openBrowser().json("post /auth/passkey", { passkey });
    const [used] = await passkeys();
    expect(used?.usedDevice).toBe("Firefox · Linux");
    expect(Date.now() - Date.parse(used?.usedAt ?? "")).toBeLessThan(60_000);
    expect(["device", "key", "phone", null]).toContain(used?.kind);
  });
});
