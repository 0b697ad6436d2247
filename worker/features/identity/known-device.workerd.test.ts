import { beforeEach, describe, expect, it } from "vitest";
import { mailsTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { GOOD_PASSWORD, openBrowser, signUp, type TestBrowser } from "./testing.ts";

let claire: Awaited<ReturnType<typeof signUp>>;
let email: string;

beforeEach(async () => {
  claire = await signUp();
  ({ email } = claire.form);
  await change("UPDATE users SET email_verified_at = created_at WHERE email = ?", email);
});

const signIn = (browser: TestBrowser) =>
  browser.json("post /auth/sign-in", { email, password: GOOD_PASSWORD });
const told = async () => {
  const events = await rows(
    "SELECT 1 FROM auth_events WHERE kind = 'sign_in.new_device' AND user_id = ?",
    claire.me.person.id,
  );
  return [(await mailsTo(email, "new_device")).length, events.length];
};

describe("a browser", () => {
  it("is no news when it is the account's first, or one of its own", async () => {
    expect(await told()).toEqual([0, 0]);
    await claire.browser.json("post /auth/sign-out");
    await signIn(claire.browser);
    expect(await told()).toEqual([0, 0]);
  });

  it("that is new is told by mail and as an event, once", async () => {
    const other = openBrowser();
    await signIn(other);
    expect(await told()).toEqual([1, 1]);
    const [mail] = await mailsTo(email, "new_device");
    expect(mail?.text).toContain("Firefox · Linux");
    expect(mail?.link).toMatch(/\/settings\/devices$/);
    await signIn(other);
    expect(await told()).toEqual([1, 1]);
  });

  it("of somebody else is new to this person all the same", async () => {
    const lucas = await signUp();
    await signIn(lucas.browser);
    expect(await told()).toEqual([1, 1]);
  });

  it("is known by a cookie that scripts can't read, of which a hash is stored", async () => {
    const body = { email, password: GOOD_PASSWORD };
    const answer = await openBrowser().call("post /auth/sign-in", body);
    const cookie = answer.headers.getSetCookie().find((one) => one.includes("device")) ?? "";
    expect(cookie).toMatch(
      /^__Host-aetheria_device=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; Secure; SameSite=Strict$/,
    );
    const value = cookie.split(/[=;]/)[1] ?? "none";
    const stored = await rows("SELECT * FROM known_devices");
    expect(stored.length).toBeGreaterThan(1);
    expect(JSON.stringify(stored)).not.toContain(value);
  });

  it("is told to a verified address only: another one may be a stranger's", async () => {
    await change("UPDATE users SET email_verified_at = NULL WHERE email = ?", email);
    await signIn(openBrowser());
    expect(await told()).toEqual([0, 1]);
  });
});
