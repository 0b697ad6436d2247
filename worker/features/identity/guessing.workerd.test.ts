import Argon2 from "@phi-ag/argon2";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { STRANGERS_BACK_OFF } from "#domain/identity/back-off.ts";
import type { Invitation } from "#domain/members/model.ts";
import { firstStep, withTotp } from "#worker/features/factors/testing.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { GOOD_PASSWORD, openBrowser, refusal, signUp, type TestBrowser } from "./testing.ts";

const { free, most } = STRANGERS_BACK_OFF;
const WRONG = "pas le bon mot de passe";
let victim: Awaited<ReturnType<typeof signUp>>;
let email: string;

beforeEach(async () => {
  quiet();
  victim = await signUp();
  ({ email } = victim.form);
});
afterEach(() => void vi.restoreAllMocks());

const signIn = (browser: TestBrowser, password = GOOD_PASSWORD) =>
  browser.call("post /auth/sign-in", { email, password });
const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status);

/** So many browsers, each behind an address of its own, try a password each; waves of twenty. */
async function attack(times: number, request = "post /auth/sign-in", words: object = {}) {
  const answers: Response[] = [];
  while (answers.length < times) {
    const wave = Array.from({ length: Math.min(20, times - answers.length) }, () =>
      openBrowser().call(request, { email, password: WRONG, ...words }),
    );
    answers.push(...(await Promise.all(wave)));
  }
  return statuses(answers);
}
/** Twenty, and those after 1, 2, 4 … seconds, which pass while the test runs. */
function expectFewGuesses(count: number): void {
  expect(count).toBeGreaterThanOrEqual(free);
  expect(count).toBeLessThanOrEqual(free + 6);
}

/** Lets so many seconds pass for whoever waits. */
const pass = (seconds: number) =>
  change(
    `UPDATE sign_in_attempts SET blocked_until = strftime('%Y-%m-%dT%H:%M:%fZ', blocked_until, ?),
       updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', updated_at, ?1)`,
    `-${seconds} seconds`,
  );
const events = async () => {
  const sql = "SELECT kind FROM auth_events WHERE user_id = ? ORDER BY id";
  const found = await rows<{ kind: string }>(sql, victim.me.person.id);
  return found.map(({ kind }) => kind);
};

describe("an account that two hundred addresses try", () => {
  it("has the first twenty guesses compared, and the others wait without costing a hash", async () => {
    const verify = vi.spyOn(Argon2.prototype, "tryVerify");
    const told = await attack(200);
    const compared = told.filter((status) => status === 401).length;
    expectFewGuesses(compared);
    expect(told.filter((status) => status === 429)).toHaveLength(200 - compared);
    expect(verify).toHaveBeenCalledTimes(compared);
  });

  it("lets its person in from a browser that they have used before", async () => {
    await attack(25);
    const own = await signIn(victim.browser);
    expect(own.status).toBe(200);
    // Also behind an address that tries many accounts, or this one, and is slowed for that.
    const office = openBrowser("203.0.113.99");
    expect((await signIn(office)).status).toBe(429);
  });

  it("has one more guess a minute, and a new device of its person waits no longer than that", async () => {
    await attack(25);
    for (let minute = 0; minute < 8; minute += 1) {
      await pass(most);
      const told = await attack(20);
      expect(told.filter((status) => status === 401)).toHaveLength(1);
    }
    const blocked = await signIn(openBrowser());
    expect(await refusal(blocked)).toEqual([429, "request.rate_limited"]);
    const seconds = Number(blocked.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(most);
    await pass(seconds);
    const newDevice = openBrowser();
    expect((await signIn(newDevice)).status).toBe(200);
    await attack(25);
    expect((await signIn(newDevice)).status).toBe(200);
  });

  it("is opened from a new device by a mailed link at once, which is still told as new", async () => {
    await change("UPDATE users SET email_verified_at = created_at WHERE email = ?", email);
    await attack(25);
    const device = openBrowser();
    expect((await signIn(device)).status).toBe(429);
    await device.json("post /auth/password/forgot", { email });
    const { token } = await lastMailTo(email, "password_reset");
    const password = "cinq loutres sous la pluie";
    await device.json("post /auth/password/reset", { token, password });
    expect((await signIn(device, password)).status).toBe(200);
    expect(await events()).toContain("sign_in.new_device");
  });

  it("is tried no more often by an invitation, or with browsers that others have used", async () => {
    const { me, browser, token: access } = await signUp();
    const body = { email: null, roleId: me.role.id };
    const { token } = await browser.json<Invitation>("post /invitations", body, access);
    const told = await attack(30, "post /auth/invitations/accept", { account: "existing", token });
    expectFewGuesses(told.filter((status) => status === 401).length);
    const stranger = (await signUp()).browser;
    expect((await signIn(stranger, WRONG)).status).toBe(429);
  });

  it("tells its person once that attempts are slowed down", async () => {
    await attack(30);
    expect((await events()).filter((kind) => kind === "sign_in.slowed")).toHaveLength(1);
    expectFewGuesses((await events()).filter((kind) => kind === "sign_in.failed").length);
  });
});

describe("a browser that has signed in before", () => {
  it("waits after five wrong passwords of its own, for itself alone", async () => {
    for (let time = 0; time < 5; time += 1)
      expect((await signIn(victim.browser, WRONG)).status).toBe(401);
    const waiting = await signIn(victim.browser);
    expect(await refusal(waiting)).toEqual([429, "request.rate_limited"]);
    expect((await events()).at(-1)).toBe("sign_in.slowed");
    expect((await signIn(openBrowser())).status).toBe(200);
    await pass(1);
    expect((await signIn(victim.browser)).status).toBe(200);
    expect((await signIn(victim.browser, WRONG)).status).toBe(401);
  });

  it("answers its code also while strangers who know the password try codes", async () => {
    const person = await withTotp();
    const { token, browser } = await firstStep(person);
    for (let time = 0; time < 5; time += 1)
      await browser.call("post /auth/sign-in/code", { token, code: "000000" });
    const told: number[] = [];
    for (let wave = 0; wave < 20; wave += 1) {
      const stranger = openBrowser();
      const answer = await stranger.call("post /auth/sign-in/code", { token, code: "000000" });
      told.push(answer.status);
    }
    expect(told).toContain(429);
    const own = await firstStep(person, person.browser);
    const code = person.recoveryCodes[0];
    await person.browser.json("post /auth/sign-in/code", { token: own.token, code });
  });
});
