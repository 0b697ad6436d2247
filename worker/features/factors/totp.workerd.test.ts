import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Factors } from "#domain/factors/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { newTotpKey } from "#domain/factors/totp.ts";
import { openBrowser, refusal, signUp } from "#worker/features/identity/testing.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { aWhileLater, codeOf, firstStep, withTotp } from "./testing.ts";

const kindsOf = async (userId: string) => {
  const found = await rows<{ kind: string }>(
    "SELECT kind FROM auth_events WHERE user_id = ? ORDER BY id",
    userId,
  );
  return found.map(({ kind }) => kind);
};

describe("setting an app up", () => {
  it("asks for nothing before a first code has confirmed it, and then brings ten recovery codes", async () => {
    const person = await signUp();
    const { browser, token, form, me } = person;
    const call = (request: string, body?: unknown) => browser.call(request, body, token);
    const { key, uri } = await (
      await call("post /auth/factors/totp")
    ).json<{ key: string; uri: string }>();
    expect(uri).toContain(
      `otpauth://totp/Aetheria:${encodeURIComponent(form.email)}?secret=${key}`,
    );
    const { email, password } = form;
    const early = await openBrowser().json<SignedIn>("post /auth/sign-in", { email, password });
    expect(early.accessToken).not.toBe("");
    const wrong = await call("post /auth/factors/totp/confirm", {
      code: await codeOf(newTotpKey()),
    });
    expect(await refusal(wrong)).toEqual([422, "auth.code_invalid"]);
    const confirmed = await call("post /auth/factors/totp/confirm", { code: await codeOf(key) });
    const { recoveryCodes } = await confirmed.json<{ recoveryCodes: string[] }>();
    expect(new Set(recoveryCodes).size).toBe(10);
    const factors = await (await call("get /auth/factors")).json<Factors>();
    expect(factors).toMatchObject({
      totp: { confirmedAt: expect.any(String) },
      recovery: { left: 10 },
    });
    expect(await kindsOf(me.person.id)).toContain("factor.totp_added");
  });

  it("takes another key in place of one that was never confirmed, and none in place of one that was", async () => {
    const { browser, token } = await signUp();
    const start = () => browser.call("post /auth/factors/totp", undefined, token);
    const confirm = async (key: string) =>
      browser.call("post /auth/factors/totp/confirm", { code: await codeOf(key) }, token);
    const first = await (await start()).json<{ key: string }>();
    const second = await (await start()).json<{ key: string }>();
    expect((await confirm(first.key)).status).toBe(422);
    expect((await confirm(second.key)).status).toBe(200);
    expect(await refusal(await start())).toEqual([409, "auth.factor_exists"]);
    expect(await refusal(await confirm(second.key))).toEqual([404, "auth.factor_not_found"]);
  });

  it("stores the key sealed and the recovery codes as keyed hashes", async () => {
    const { key, recoveryCodes } = await withTotp();
    const stored = JSON.stringify([
      await rows("SELECT * FROM totp_factors"),
      await rows("SELECT * FROM recovery_codes"),
      await rows("SELECT * FROM challenges"),
    ]);
    expect(stored).toContain("v1.k1.");
    for (const secret of [key, ...recoveryCodes]) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(secret.replaceAll("-", ""));
    }
  });
});

describe("signing in", () => {
  let claire: Awaited<ReturnType<typeof withTotp>>;
  beforeAll(async () => {
    claire = await withTotp();
  });

  it("signs nobody in by the password alone, and says how to go on", async () => {
    const { browser, token, methods, expiresAt } = await firstStep(claire);
    expect(methods).toEqual(["totp", "recovery"]);
    expect(browser.cookie()).toBeNull();
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    expect((await openBrowser().call("get /auth/me", undefined, token)).status).toBe(401);
  });

  it("goes on with a code, which works once", async () => {
    await aWhileLater(claire);
    const [one, two] = [await firstStep(claire), await firstStep(claire)];
    const code = await codeOf(claire.key);
    const me = await one.browser.json<SignedIn>("post /auth/sign-in/code", {
      token: one.token,
      code,
    });
    expect(me.person.id).toBe(claire.me.person.id);
    expect(one.browser.cookie()).toContain("__Host-aetheria_refresh");
    const again = await two.browser.call("post /auth/sign-in/code", { token: two.token, code });
    expect(await refusal(again)).toEqual([422, "auth.code_invalid"]);
    const kinds = await kindsOf(claire.me.person.id);
    expect(kinds).toEqual(expect.arrayContaining(["sign_in.code", "factor.refused"]));
  });

  it("takes the codes of the step before and after, and no older ones", async () => {
    for (const [off, status] of [
      [-2, 422],
      [-1, 200],
      [1, 200],
    ] as const) {
      const { browser, token } = await firstStep(claire);
      const code = await codeOf(claire.key, off);
      await change("UPDATE totp_factors SET last_step = 0");
      expect((await browser.call("post /auth/sign-in/code", { token, code })).status).toBe(status);
    }
  });

  it("lets one of two requests with the same code in, however close together", async () => {
    await change("UPDATE totp_factors SET last_step = 0");
    const steps = await Promise.all([firstStep(claire), firstStep(claire)]);
    const code = await codeOf(claire.key);
    const answers = await Promise.all(
      steps.map(({ browser, token }) => browser.call("post /auth/sign-in/code", { token, code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(1);
  });

  it("takes a first step once, for five minutes, and for nothing else", async () => {
    await change("UPDATE totp_factors SET last_step = 0");
    const { browser, token } = await firstStep(claire);
    const code = (off: number) => codeOf(claire.key, off);
    expect(
      (await browser.call("post /auth/sign-in/code", { token, code: await code(-1) })).status,
    ).toBe(200);
    const spent = await browser.call("post /auth/sign-in/code", { token, code: await code(0) });
    expect(await refusal(spent)).toEqual([410, "auth.challenge_invalid"]);
    const late = await firstStep(claire);
    await change("UPDATE challenges SET expires_at = ?", new Date(Date.now() - 1).toISOString());
    const over = await late.browser.call("post /auth/sign-in/code", {
      token: late.token,
      code: await code(0),
    });
    expect(await refusal(over)).toEqual([410, "auth.challenge_invalid"]);
    const link = await openBrowser().call("post /auth/link", {
      token: (await firstStep(claire)).token,
    });
    expect(link.status).toBe(410);
  });

  it("counts wrong codes before it compares any, by account and address", async () => {
    const { browser, token } = await firstStep(await withTotp());
    const guess = () => browser.call("post /auth/sign-in/code", { token, code: "000000" });
    for (let n = 0; n < 5; n += 1) expect((await guess()).status).toBe(422);
    const compare = vi.spyOn(crypto.subtle, "decrypt");
    expect(await refusal(await guess())).toEqual([429, "request.rate_limited"]);
    expect(compare).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it("counts wrong codes of an account from everywhere, which nobody can do without its password", async () => {
    const person = await withTotp();
    for (let n = 0; n < 20; n += 1) {
      const { browser, token } = await firstStep(person);
      expect(
        (await browser.call("post /auth/sign-in/code", { token, code: "000000" })).status,
      ).toBe(422);
    }
    const { browser, token } = await firstStep(person);
    const next = await browser.call("post /auth/sign-in/code", { token, code: "000000" });
    expect(await refusal(next)).toEqual([429, "request.rate_limited"]);
  });

  it("asks after a sign-in link as well", async () => {
    const token = "m".repeat(43);
    const link = "INSERT INTO sign_in_links VALUES (?, ?, '9999', NULL)";
    await change(link, await sha256(token), claire.me.person.id);
    const browser = openBrowser();
    const asked = await browser.json<{ secondFactor: { token: string } }>("post /auth/link", {
      token,
    });
    expect(asked.secondFactor.token).not.toBe("");
    expect(browser.cookie()).toBeNull();
  });

  it("lets no other way in past it: registering again with the password is refused", async () => {
    const { email, ...words } = claire.form;
    const { token } = await lastMailTo(email, "register");
    const answer = await openBrowser().call("post /auth/register", { ...words, token });
    expect(await refusal(answer)).toEqual([403, "auth.second_factor_required"]);
  });
});

describe("recovery codes", () => {
  it("sign in once each, however they are typed", async () => {
    const person = await withTotp();
    const [code = ""] = person.recoveryCodes;
    const one = await firstStep(person);
    const typed = ` ${code.toUpperCase().replaceAll("-", " ")}`;
    const answer = await one.browser.call("post /auth/sign-in/code", {
      token: one.token,
      code: typed,
    });
    expect(answer.status).toBe(200);
    const two = await firstStep(person);
    const again = await two.browser.call("post /auth/sign-in/code", { token: two.token, code });
    expect(await refusal(again)).toEqual([422, "auth.code_invalid"]);
    const factors = await person.browser.json<Factors>(
      "get /auth/factors",
      undefined,
      person.token,
    );
    expect(factors.recovery?.left).toBe(9);
    expect(await kindsOf(person.me.person.id)).toContain("sign_in.recovery_code");
  });

  it("of somebody else open nothing", async () => {
    const [a, b] = [await withTotp(), await withTotp()];
    const { browser, token } = await firstStep(a);
    const [code] = b.recoveryCodes;
    expect((await browser.call("post /auth/sign-in/code", { token, code })).status).toBe(422);
  });

  it("are made anew, after which the ones of before open nothing", async () => {
    const person = await withTotp();
    const { browser, token } = person;
    const { codes } = await browser.json<{ codes: string[] }>(
      "post /auth/factors/recovery-codes",
      undefined,
      token,
    );
    expect(codes).toHaveLength(10);
    for (const [code, status] of [
      [person.recoveryCodes[0], 422],
      [codes[0], 200],
    ] as const) {
      const step = await firstStep(person);
      const answer = await step.browser.call("post /auth/sign-in/code", {
        token: step.token,
        code,
      });
      expect(answer.status).toBe(status);
    }
  });

  it("are for whoever has a factor, and go with the last one", async () => {
    const person = await withTotp();
    const { browser, token } = person;
    await browser.json("delete /auth/factors/totp", undefined, token);
    const factors = await browser.json<Factors>("get /auth/factors", undefined, token);
    expect(factors).toMatchObject({ totp: null, recovery: null });
    const none = await browser.call("post /auth/factors/recovery-codes", undefined, token);
    expect(await refusal(none)).toEqual([404, "auth.factor_not_found"]);
    const gone = await browser.call("delete /auth/factors/totp", undefined, token);
    expect(await refusal(gone)).toEqual([404, "auth.factor_not_found"]);
    const { email, password } = person.form;
    const me = await openBrowser().json<SignedIn>("post /auth/sign-in", { email, password });
    expect(me.person.id).toBe(person.me.person.id);
  });
});
