import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { newId } from "#domain/ids.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { callWorker } from "#worker/platform/testing.ts";
import { lastMailTo, mailsTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { GOOD_PASSWORD, openBrowser, refusal, registration } from "./testing.ts";

const OTHER = "cinq otaries polies dansent";
let firm: Awaited<ReturnType<typeof openFirm>>;
let claire: Colleague;
let email: string;

beforeAll(async () => {
  firm = await openFirm();
});
beforeEach(async () => {
  claire = await firm.hire("member");
  ({ email } = claire);
  await change("UPDATE users SET email_verified_at = created_at WHERE email = ?", email);
});

const forget = (address: string) =>
  openBrowser().call("post /auth/password/forgot", { email: address });
const reset = (token: string, password = OTHER) =>
  openBrowser().call("post /auth/password/reset", { token, password });
const signIn = async (password: string, address = email) =>
  (await openBrowser().call("post /auth/sign-in", { email: address, password })).status;
const asClaire = (request: string, body?: unknown) => claire.call(request, body);
const kinds = async () => {
  const sql = "SELECT kind FROM auth_events WHERE user_id = ?";
  return (await rows<{ kind: string }>(sql, claire.me.person.id)).map(({ kind }) => kind);
};
const confirm = (token: string) => openBrowser().call("post /auth/email/confirm", { token });
/** What a stranger can see of an answer. */
const seen = async (answer: Response) => [
  answer.status,
  await answer.text(),
  [...answer.headers.keys()].toSorted(),
  answer.headers.get("server-timing"),
];
async function link(): Promise<string> {
  expect((await forget(email)).status).toBe(204);
  return (await lastMailTo(email, "password_reset")).token;
}

describe("a forgotten password", () => {
  it("is replaced by the mailed link, which works once and ends every session", async () => {
    const token = await link();
    expect((await reset(token)).status).toBe(204);
    expect((await asClaire("get /auth/me")).status).toBe(401);
    expect((await claire.browser.call("post /auth/refresh", {})).status).toBe(401);
    expect([await signIn(GOOD_PASSWORD), await signIn(OTHER)]).toEqual([401, 200]);
    expect(await refusal(await reset(token))).toEqual([410, "auth.link_invalid"]);
    expect(await mailsTo(email, "password_changed")).toHaveLength(1);
    expect(await kinds()).toEqual(
      expect.arrayContaining(["password.reset_asked", "password.reset"]),
    );
  });

  it("is replaced once when the link is used twice at once", async () => {
    const token = await link();
    const answers = await Promise.all([reset(token), reset(token, "sept loutres lentes nagent")]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 410]));
  });

  it("has a link for half an hour", async () => {
    const token = await link();
    const [row] = await rows<{ life: number }>(
      "SELECT (julianday(expires_at) - julianday(created_at)) * 1440 AS life FROM mail_tokens WHERE kind = 'reset' AND user_id = ?",
      claire.me.person.id,
    );
    expect(row?.life).toBeCloseTo(30, 1);
    await change(
      "UPDATE mail_tokens SET expires_at = '2020' WHERE user_id = ?",
      claire.me.person.id,
    );
    expect(await refusal(await reset(token))).toEqual([410, "auth.link_invalid"]);
  });

  it("is replaced by a good one only, and the link stays good", async () => {
    const token = await link();
    const weak = await reset(token, "motdepasse123");
    expect(await refusal(weak)).toEqual([422, "auth.password_weak"]);
    expect((await reset(token)).status).toBe(204);
  });

  it("leaves earlier links worthless, whatever they were for", async () => {
    const wished = registration().email;
    await asClaire("post /auth/email", { email: wished, password: GOOD_PASSWORD });
    const pending = (await lastMailTo(wished)).token;
    const token = await link();
    expect((await confirm(token)).status).toBe(410);
    await reset(token);
    expect((await confirm(pending)).status).toBe(410);
  });

  it("shows to whoever opens the mail that the address is theirs", async () => {
    await change("UPDATE users SET email_verified_at = NULL WHERE email = ?", email);
    await reset(await link());
    const me = await openBrowser().json<SignedIn>("post /auth/sign-in", { email, password: OTHER });
    expect(me.person.emailVerified).toBe(true);
  });

  it("gets one link in five minutes, and so does a stranger who asks for it", async () => {
    const first = await link();
    await Promise.all([forget(email), forget(email.toUpperCase()), forget(email)]);
    const mails = await mailsTo(email, "password_reset");
    expect(mails).toHaveLength(1);
    await change("UPDATE mails SET created_at = '2026-01-01' WHERE id = ?", mails[0]?.id ?? "");
    expect(await link()).not.toBe(first);
    expect((await reset(first)).status).toBe(204);
  });

  it("is counted before anything is looked up", async () => {
    const browser = openBrowser();
    const asks = Array.from({ length: 6 }, () =>
      browser.call("post /auth/password/forgot", { email: "personne@example.com" }),
    );
    const statuses = (await Promise.all(asks)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  });
});

describe("an address that nobody has", () => {
  it("gets the same answer, and no mail", async () => {
    const nobody = `personne-${newId("x")}@example.com`.toLowerCase();
    const [known, unknown] = await Promise.all([forget(email), forget(nobody)]);
    expect(await seen(unknown)).toEqual(await seen(known));
    expect(await mailsTo(nobody)).toEqual([]);
    expect(await mailsTo(email, "password_reset")).toHaveLength(1);
  });
});

describe("changing the password", () => {
  const wish = { current: GOOD_PASSWORD, password: OTHER };

  it("ends the other sessions, stays in this one and tells the address", async () => {
    const other = openBrowser();
    const { accessToken } = await other.json<SignedIn>("post /auth/sign-in", {
      email,
      password: GOOD_PASSWORD,
    });
    const pending = await link();
    expect((await asClaire("post /auth/password", wish)).status).toBe(204);
    expect((await asClaire("get /auth/me")).status).toBe(200);
    expect((await claire.browser.call("post /auth/refresh", {})).status).toBe(200);
    expect((await other.call("get /auth/me", undefined, accessToken)).status).toBe(401);
    expect([await signIn(GOOD_PASSWORD), await signIn(OTHER)]).toEqual([401, 200]);
    expect((await reset(pending)).status).toBe(410);
    const [mail] = await mailsTo(email, "password_changed");
    expect(mail?.text).toContain("Firefox · Linux");
    expect(await kinds()).toContain("password.changed");
  });

  it("asks for the current one, and slows guessing down", async () => {
    const wrong = { ...wish, current: "pas le bon mot de passe" };
    const answer = await asClaire("post /auth/password", wrong);
    expect(await refusal(answer)).toEqual([422, "auth.password_wrong"]);
    for (let at = 0; at < 4; at += 1) await asClaire("post /auth/password", wrong);
    expect((await asClaire("post /auth/password", wish)).status).toBe(429);
    expect(await signIn(GOOD_PASSWORD)).toBe(200);
    expect(await kinds()).toContain("password.refused");
  });

  it("takes a good one only", async () => {
    const weak = { ...wish, password: "motdepasse123" };
    const answer = await asClaire("post /auth/password", weak);
    expect(await refusal(answer)).toEqual([422, "auth.password_weak"]);
  });

  it("keeps no quick hash of what was typed, whatever key the request has", async () => {
    const key = { "idempotency-key": "password-1234" };
    const headers = { ...key, authorization: `Bearer ${claire.me.accessToken}` };
    expect((await callWorker("post /auth/password", wish, headers)).status).toBe(204);
    expect(await rows("SELECT 1 FROM idempotency WHERE key = 'password-1234'")).toEqual([]);
  });

  it("writes to nobody who has not confirmed the address", async () => {
    await change("UPDATE users SET email_verified_at = NULL WHERE email = ?", email);
    await asClaire("post /auth/password", wish);
    expect(await mailsTo(email, "password_changed")).toEqual([]);
  });
});
