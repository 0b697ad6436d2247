import Argon2, { Argon2Type } from "@phi-ag/argon2";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { hmac, sha256 } from "#worker/platform/bytes.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { GOOD_PASSWORD, openBrowser, refusal, signUp } from "./testing.ts";

let claire: Awaited<ReturnType<typeof signUp>>;
let credentials: { email: string; password: string };

beforeAll(async () => {
  claire = await signUp();
  credentials = { email: claire.form.email, password: GOOD_PASSWORD };
});
afterEach(() => vi.restoreAllMocks());

const hashesOf = (email: string) =>
  rows<{ password_hash: string }>("SELECT password_hash FROM users WHERE email = ?", email);

describe("signing in", () => {
  it("answers who it is, whatever the case of the address", async () => {
    const email = ` ${credentials.email.toUpperCase()} `;
    const me = await openBrowser().json<SignedIn>("post /auth/sign-in", { ...credentials, email });
    expect(me.person).toEqual(claire.me.person);
    expect(Date.parse(me.expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
  });

  it("stores argon2id with 19 MiB, two passes, one lane, and never the password", async () => {
    const [row] = await hashesOf(credentials.email);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const compare = new RegExp(GOOD_PASSWORD);
    expect(JSON.stringify(await rows("SELECT * FROM users"))).not.toMatch(compare);
  });

  it("says the same to an unknown address, a wrong password and an account without one", async () => {
    const { form } = await signUp();
    await change("UPDATE users SET password_hash = NULL WHERE email = ?", form.email);
    const answers = await Promise.all(
      [
        { ...credentials, password: "pas le bon mot de passe" },
        { ...credentials, email: "personne@example.com" },
        { ...credentials, email: form.email },
      ].map((body) => openBrowser().call("post /auth/sign-in", body)),
    );
    const told = await Promise.all(
      answers.map(async (answer) => {
        const { requestId: _requestId, ...problem } = await answer.json<Record<string, unknown>>();
        const headers = [...answer.headers.keys()];
        return { status: answer.status, problem, headers };
      }),
    );
    expect(told[0]).toMatchObject({ status: 401, problem: { code: "auth.invalid_credentials" } });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  it("spends the same hashing on an unknown address", async () => {
    const verify = vi.spyOn(Argon2.prototype, "tryVerify");
    const body = { ...credentials, email: "personne@example.com" };
    await openBrowser().call("post /auth/sign-in", body);
    expect(verify).toHaveBeenCalledOnce();
    const [encoded] = verify.mock.calls[0] ?? [];
    expect(encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    // A hash that can't be decoded would be refused at once, without the work.
    expect(verify.mock.results[0]?.value).toEqual({
      success: false,
      error: "The password does not match the supplied hash",
    });
  });

  it("makes a new hash when the stored one was made at another cost", async () => {
    const peppered = await hmac(testEnv.PASSWORD_PEPPER, GOOD_PASSWORD.normalize("NFKC"));
    const argon2 = new Argon2(await instance());
    const cost = { memoryCost: 1024, timeCost: 1, parallelism: 1, type: Argon2Type.Argon2id };
    const { encoded } = argon2.hash(peppered, cost);
    await change("UPDATE users SET password_hash = ? WHERE email = ?", encoded, credentials.email);
    await openBrowser().json("post /auth/sign-in", credentials);
    const [row] = await hashesOf(credentials.email);
    expect(row?.password_hash).toMatch(/m=19456,t=2,p=1/);
    await openBrowser().json("post /auth/sign-in", credentials);
    expect(await hashesOf(credentials.email)).toEqual([row]);
  });

  it("waits before hashing after five wrong passwords, and only for that address", async () => {
    const browser = openBrowser();
    const wrong = { ...credentials, password: "pas le bon mot de passe" };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await browser.call("post /auth/sign-in", wrong);
      expect(answer.status).toBe(401);
    }
    const verify = vi.spyOn(Argon2.prototype, "tryVerify");
    const blocked = await browser.call("post /auth/sign-in", credentials);
    expect(await refusal(blocked)).toEqual([429, "request.rate_limited"]);
    expect(Number(blocked.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(verify).not.toHaveBeenCalled();
    // A stranger's attempts elsewhere don't lock the person out.
    expect((await openBrowser().call("post /auth/sign-in", credentials)).status).toBe(200);
  });

  it("counts attempts that are sent side by side", async () => {
    const browser = openBrowser();
    const wrong = { ...credentials, password: "pas le bon mot de passe" };
    const verify = vi.spyOn(Argon2.prototype, "tryVerify");
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => browser.call("post /auth/sign-in", wrong)),
    );
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7);
    expect(verify).toHaveBeenCalledTimes(5);
  });

  it("slows an address down that tries many accounts", async () => {
    const browser = openBrowser();
    const attempt = (n: number) =>
      browser.call("post /auth/sign-in", { ...credentials, email: `p${n}@example.com` });
    for (let n = 0; n < 20; n += 1) expect((await attempt(n)).status).toBe(401);
    expect((await attempt(20)).status).toBe(429);
  });

  it("forgets failures after a success", async () => {
    const browser = openBrowser();
    const wrong = { ...credentials, password: "pas le bon mot de passe" };
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 3; n += 1) await browser.call("post /auth/sign-in", wrong);
      expect((await browser.call("post /auth/sign-in", credentials)).status).toBe(200);
    }
  });

  it("keeps neither address nor email where it counts", async () => {
    const stored = await rows<{ scope: string }>("SELECT scope FROM sign_in_attempts");
    expect(stored.length).toBeGreaterThan(0);
    // The other columns are a number and instants.
    for (const { scope } of stored) expect(scope).toMatch(/^[\w-]{43}$/);
  });

  it("tells the person what happened to the account", async () => {
    const browser = openBrowser();
    await browser.call("post /auth/sign-in", { ...credentials, password: "pas le bon" });
    const { accessToken } = await browser.json<SignedIn>("post /auth/sign-in", credentials);
    const events = await browser.json<{ items: { kind: string }[] }>(
      "get /auth/events",
      undefined,
      accessToken,
    );
    // This browser is a new one, too: that is told in the same instant.
    const told = events.items.filter(({ kind }) => kind !== "sign_in.new_device");
    expect(told.slice(0, 2)).toMatchObject([
      { kind: "sign_in.password", device: "Firefox · Linux" },
      { kind: "sign_in.failed" },
    ]);
  });
});

/** Makes a link as the scripts do. */
async function mint(minutes: number): Promise<string> {
  const token = await hmac(crypto.randomUUID(), "link");
  await change(
    "INSERT INTO sign_in_links (token_hash, user_id, expires_at) VALUES (?, ?, ?)",
    await sha256(token),
    claire.me.person.id,
    new Date(Date.now() + minutes * 60_000).toISOString(),
  );
  return token;
}

/** Opens a link from the address of an office. */
async function useInOffice(token: string): Promise<number> {
  return (await openBrowser("198.51.100.77").call("post /auth/link", { token })).status;
}

describe("sign-in links", () => {
  it("open one session, however often they are used at once", async () => {
    const token = await mint(10);
    const answers = await Promise.all(
      [1, 2, 3].map(() => openBrowser().call("post /auth/link", { token })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(2);
    const again = await openBrowser().call("post /auth/link", { token });
    expect(await refusal(again)).toEqual([410, "auth.link_invalid"]);
  });

  it("end with their time, and unknown ones open nothing", async () => {
    const late = await openBrowser().call("post /auth/link", { token: await mint(-1) });
    expect(await refusal(late)).toEqual([410, "auth.link_invalid"]);
    const unknown = await openBrowser().call("post /auth/link", { token: "x".repeat(43) });
    expect(await refusal(unknown)).toEqual([410, "auth.link_invalid"]);
  });

  it("of one office do not wait for a wrong one, however many were used before it", async () => {
    for (let used = 0; used < 12; used++) expect(await useInOffice(await mint(10))).toBe(200);
    expect(await useInOffice("x".repeat(43))).toBe(410);
    expect(await useInOffice(await mint(10))).toBe(200);
  });
});

async function instance(): Promise<WebAssembly.Instance> {
  const { default: wasm } = await import("@phi-ag/argon2/argon2.wasm");
  return new WebAssembly.Instance(wasm);
}
