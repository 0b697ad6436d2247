import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EmailConfirmed, Me } from "#domain/identity/model.ts";
import type { z } from "zod";
import { openFirm, unconfirm, type Colleague } from "#worker/features/members/testing.ts";
import { lastMailTo, mailsTo } from "#worker/platform/testing-mails.ts";
import { change, databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";
import { GOOD_PASSWORD, openBrowser, refusal, registration, signUp } from "./testing.ts";

type Confirmed = z.infer<typeof EmailConfirmed>;
let firm: Awaited<ReturnType<typeof openFirm>>;
let claire: Colleague;

beforeAll(async () => {
  firm = await openFirm();
});
beforeEach(async () => {
  claire = await firm.hire("member");
  await unconfirm(claire);
});

const confirm = (token: string) => openBrowser().call("post /auth/email/confirm", { token });
const confirmed = async (token: string) => (await confirm(token)).json<Confirmed>();
const ask = (request: string, body?: unknown) => claire.call(request, body);
const me = () => claire.json<Me>("get /auth/me");
const hourAgo = () => new Date(Date.now() - 3_600_000).toISOString();
const newAddress = () => registration().email;
const kinds = async (userId = claire.me.person.id) =>
  (await rows<{ kind: string }>("SELECT kind FROM auth_events WHERE user_id = ?", userId)).map(
    ({ kind }) => kind,
  );
/** Signs the same person in from another browser. */
async function elsewhere(email = claire.email) {
  const browser = openBrowser();
  const { accessToken } = await browser.json<{ accessToken: string }>("post /auth/sign-in", {
    email,
    password: GOOD_PASSWORD,
  });
  return {
    status: async () => (await browser.call("get /auth/me", undefined, accessToken)).status,
  };
}
async function verified() {
  await confirmed((await lastMailTo(claire.email, "email_verify")).token);
}
/** Asks for another address and opens the link that went there. */
async function move(email = newAddress()): Promise<string> {
  expect((await ask("post /auth/email", { email, password: GOOD_PASSWORD })).status).toBe(204);
  await confirmed((await lastMailTo(email, "email_confirm")).token);
  return email;
}

describe("an account whose address nobody has confirmed", () => {
  it("is unverified until the mailed link is opened, in the language of the account", async () => {
    expect((await me()).person.emailVerified).toBe(false);
    await unconfirm(firm.owner);
    const french = await lastMailTo(firm.owner.email);
    expect(french.subject).toBe("Confirmez votre adresse e-mail");
    await confirmed(french.token);
    const mail = await lastMailTo(claire.email);
    expect([mail.kind, mail.language, mail.subject]).toEqual([
      "email_verify",
      "en",
      "Confirm your email address",
    ]);
    expect(await confirmed(mail.token)).toEqual({ done: "verified", email: claire.email });
    expect((await me()).person.emailVerified).toBe(true);
    expect(await kinds()).toContain("email.verified");
  });

  it("stores hashes of tokens only, and no mail holds the name that somebody typed", async () => {
    const { token, text } = await lastMailTo(claire.email);
    const stored = await Promise.all([
      rows("SELECT * FROM mails"),
      rows("SELECT * FROM mail_tokens"),
    ]);
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(text).not.toContain("Lucas");
  });

  it("says the same when the link is pressed twice, and refuses it once it is over", async () => {
    const { token } = await lastMailTo(claire.email);
    const both = await Promise.all([confirm(token), confirm(token)]);
    expect(both.some((answer) => answer.status === 200)).toBe(true);
    expect(await confirmed(token)).toEqual({ done: "verified", email: claire.email });
    const late = await firm.hire("member");
    await unconfirm(late);
    const mail = await lastMailTo(late.email);
    await change("UPDATE mail_tokens SET expires_at = '2020' WHERE user_id = ?", late.me.person.id);
    expect(await refusal(await confirm(mail.token))).toEqual([410, "auth.link_invalid"]);
  });

  it("gets another link after a minute, and the one before is worth nothing", async () => {
    const first = await lastMailTo(claire.email);
    const early = await ask("post /auth/email/verification");
    expect(await refusal(early)).toEqual([429, "request.rate_limited"]);
    expect(Number(early.headers.get("retry-after"))).toBeGreaterThan(0);
    await change("UPDATE mails SET created_at = '2026-01-01' WHERE id = ?", first.id);
    expect((await ask("post /auth/email/verification")).status).toBe(204);
    expect((await confirm(first.token)).status).toBe(410);
    await verified();
    expect((await ask("post /auth/email/verification")).status).toBe(204);
    expect(await mailsTo(claire.email, "email_verify")).toHaveLength(2);
  });

  it("gets ten links a day at most", async () => {
    const { person } = claire.me;
    for (let at = 0; at < 9; at += 1) {
      await change(
        `INSERT INTO mails (id, user_id, recipient, language, kind, params, origin, created_at)
         VALUES (?, ?, ?, 'fr', 'email_verify', '{}', '', ?)`,
        `mal_${person.id}_${at}`,
        person.id,
        person.email,
        new Date(Date.now() - 3_600_000).toISOString(),
      );
    }
    await change("UPDATE mails SET created_at = ? WHERE user_id = ?", hourAgo(), person.id);
    expect((await ask("post /auth/email/verification")).status).toBe(429);
  });
});

describe("another address", () => {
  it("takes effect when its link is opened, ends the other sessions and tells the old one", async () => {
    await verified();
    const other = await elsewhere();
    const old = claire.email;
    const email = newAddress();
    expect((await ask("post /auth/email", { email, password: GOOD_PASSWORD })).status).toBe(204);
    expect((await me()).person.email).toBe(old);
    expect(await other.status()).toBe(200);
    const { token } = await lastMailTo(email, "email_confirm");
    expect(await confirmed(token)).toEqual({ done: "changed", email });
    expect((await me()).person).toMatchObject({ email, emailVerified: true });
    expect(await other.status()).toBe(401);
    expect(await mailsTo(old, "email_changed")).toHaveLength(1);
    expect((await confirm(token)).status).toBe(410);
    expect(await kinds()).toEqual(expect.arrayContaining(["email.change_asked", "email.changed"]));
    await delivered();
    const db = await databaseOf(firm.organizationId);
    const audit = await db.rows<{ action: string }>(
      "SELECT action FROM audit ORDER BY id DESC LIMIT 1",
    );
    expect(audit[0]?.action).toBe("member.changed");
  });

  it("asks for the password, which is counted before it is hashed", async () => {
    const body = { email: newAddress(), password: "pas le bon mot de passe" };
    expect(await refusal(await ask("post /auth/email", body))).toEqual([
      422,
      "auth.password_wrong",
    ]);
    expect(await mailsTo(body.email)).toEqual([]);
    expect(await kinds()).toContain("password.refused");
    for (let at = 0; at < 4; at += 1) await ask("post /auth/email", body);
    const right = { ...body, password: GOOD_PASSWORD };
    expect((await ask("post /auth/email", right)).status).toBe(429);
  });

  it("that has an account is told there, and not on the page", async () => {
    const { email } = await firm.hire("member");
    expect((await ask("post /auth/email", { email, password: GOOD_PASSWORD })).status).toBe(204);
    const mail = await lastMailTo(email);
    expect([mail.kind, mail.token]).toEqual(["email_taken", ""]);
  });

  it("that somebody registers with meanwhile stays theirs", async () => {
    const email = newAddress();
    await ask("post /auth/email", { email, password: GOOD_PASSWORD });
    const { token } = await lastMailTo(email);
    await signUp({ email });
    expect(await refusal(await confirm(token))).toEqual([409, "auth.email_taken"]);
    expect((await me()).person.email).toBe(claire.email);
  });

  it("is the last one that was asked for, and five an hour at most", async () => {
    const wished = Array.from({ length: 6 }, newAddress);
    for (const email of wished.slice(0, 5)) {
      expect((await ask("post /auth/email", { email, password: GOOD_PASSWORD })).status).toBe(204);
    }
    const email = wished[5] ?? "";
    expect((await ask("post /auth/email", { email, password: GOOD_PASSWORD })).status).toBe(429);
    expect((await confirm((await lastMailTo(wished[0] ?? "")).token)).status).toBe(410);
    expect((await confirm((await lastMailTo(wished[4] ?? "")).token)).status).toBe(200);
  });

  it("is refused when it is the one that the account has", async () => {
    const body = { email: claire.email.toUpperCase(), password: GOOD_PASSWORD };
    expect(await refusal(await ask("post /auth/email", body))).toEqual([422, "request.invalid"]);
  });
});

describe("taking a change of address back", () => {
  it("restores the old one, ends every session and leaves no password", async () => {
    await verified();
    const old = claire.email;
    const stolen = await move();
    const { token } = await lastMailTo(old, "email_changed");
    expect(await confirmed(token)).toEqual({ done: "restored", email: old });
    expect((await ask("get /auth/me")).status).toBe(401);
    const password = GOOD_PASSWORD;
    for (const email of [old, stolen]) {
      const answer = await openBrowser().call("post /auth/sign-in", { email, password });
      expect(answer.status).toBe(401);
    }
    const reset = await lastMailTo(old, "password_reset");
    const chosen = "cinq otaries polies dansent";
    const body = { token: reset.token, password: chosen };
    expect((await openBrowser().call("post /auth/password/reset", body)).status).toBe(204);
    const back = { email: old, password: chosen };
    expect((await openBrowser().call("post /auth/sign-in", back)).status).toBe(200);
  });

  it("outranks what a thief asked for later", async () => {
    await verified();
    const old = claire.email;
    const first = await move();
    const second = await move();
    const thief = await lastMailTo(first, "email_changed");
    await confirmed((await lastMailTo(old, "email_changed")).token);
    expect((await confirm(thief.token)).status).toBe(410);
    expect(await mailsTo(second, "email_changed")).toHaveLength(1);
    const [row] = await rows("SELECT email FROM users WHERE id = ?", claire.me.person.id);
    expect(row).toEqual({ email: old });
  });

  it("is offered to an address that was verified, and to no other", async () => {
    const mistyped = claire.email;
    await move();
    expect((await mailsTo(mistyped)).map((mail) => mail.kind)).toEqual([
      "email_verify",
      "invitation_continue",
    ]);
    expect((await confirm((await lastMailTo(mistyped)).token)).status).toBe(410);
  });
});
