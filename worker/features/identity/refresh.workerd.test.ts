import { beforeEach, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import type { LiveMessage } from "#domain/live/messages.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import { mailsTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { openBrowser, refusal, signUp, type TestBrowser } from "./testing.ts";

let claire: Awaited<ReturnType<typeof signUp>>;
let browser: TestBrowser;

beforeEach(async () => {
  // One organization for all: each test signs in anew.
  claire ??= await signUp();
  browser = openBrowser();
  const { email, password } = claire.form;
  await browser.json("post /auth/sign-in", { email, password });
});

const endOf = (header: string | null) => /Expires=([^;]+)/.exec(header ?? "")?.[1];
const refresh = (body: object = {}) => browser.call("post /auth/refresh", body);
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
/** Moves every spent token of the person this far into the past. */
const age = (seconds: number) =>
  change("UPDATE refresh_tokens SET spent_at = ? WHERE spent_at IS NOT NULL", ago(seconds));

describe("refresh", () => {
  it("trades the cookie for an access token and another cookie", async () => {
    const first = browser.cookie();
    const me = await (await refresh()).json<SignedIn>();
    expect(me.person.id).toBe(claire.me.person.id);
    expect(browser.cookie()).toMatch(/^__Host-aetheria_refresh=[\w-]{43}$/);
    expect(browser.cookie()).not.toBe(first);
    expect((await browser.call("get /auth/me", undefined, me.accessToken)).status).toBe(200);
  });

  it("ends seven days after signing in, whatever is refreshed", async () => {
    const first = (await refresh()).headers.get("set-cookie");
    const second = (await refresh()).headers.get("set-cookie");
    expect(endOf(second)).toBe(endOf(first));
    await change(
      "UPDATE sessions SET expires_at = ? WHERE id = (SELECT id FROM sessions ORDER BY id DESC LIMIT 1)",
      ago(1),
    );
    const over = await (await refresh()).json();
    expect(over).toMatchObject({ code: "auth.required", params: { reason: "expired" } });
  });

  it("tells a device that was signed out from another one what happened", async () => {
    const { form, token, browser: own } = await signUp();
    const device = openBrowser();
    await device.json("post /auth/sign-in", { email: form.email, password: form.password });
    await own.json("post /auth/sign-out-everywhere", undefined, token);
    const over = await (await device.call("post /auth/refresh", {})).json();
    expect(over).toMatchObject({ code: "auth.required", params: { reason: "ended" } });
  });

  it("stores nothing that could be presented", async () => {
    const value = browser.cookie()?.split("=")[1] ?? "";
    expect(JSON.stringify(await rows("SELECT * FROM refresh_tokens"))).not.toContain(value);
  });

  it("gives two tabs and a lost answer the same successor", async () => {
    const spent = browser.cookie();
    await refresh();
    const successor = browser.cookie();
    browser.setCookie(spent);
    expect((await refresh()).status).toBe(200);
    expect(browser.cookie()).toBe(successor);
    expect((await refresh()).status).toBe(200);
  });

  it("gives tabs that refresh at the same instant the same successor", async () => {
    const answers = await Promise.all([refresh(), refresh(), refresh()]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const cookies = answers.map((answer) => answer.headers.get("set-cookie"));
    expect(new Set(cookies).size).toBe(1);
  });

  it("never puts an older cookie over a newer one", async () => {
    const spent = browser.cookie();
    await refresh();
    await refresh();
    const newest = browser.cookie();
    browser.setCookie(spent);
    await refresh();
    expect(browser.cookie()).toBe(newest);
    await age(60);
    expect((await refresh()).status).toBe(200);
  });

  it("ends the whole session when a spent token comes back later", async () => {
    const stolen = browser.cookie();
    const { accessToken } = await (await refresh()).json<SignedIn>();
    const honest = browser.cookie();
    await age(60);
    browser.setCookie(stolen);
    const reused = await refresh();
    expect(await refusal(reused)).toEqual([401, "auth.refresh_reused"]);
    expect(reused.headers.get("set-cookie")).toContain("Max-Age=0");
    browser.setCookie(honest);
    // Every browser hears the same reason, however often it asks.
    expect(await refusal(await refresh())).toEqual([401, "auth.refresh_reused"]);
    browser.setCookie(stolen);
    expect(await refusal(await refresh())).toEqual([401, "auth.refresh_reused"]);
    const after = await browser.call("get /auth/me", undefined, accessToken);
    expect(await refusal(after)).toEqual([401, "auth.required"]);
    const events = await rows("SELECT 1 FROM auth_events WHERE kind = 'refresh.reused'");
    expect(events).toHaveLength(1);
  });

  it("tells a verified address that a session was ended for safety, once", async () => {
    const { form, browser: own } = await signUp();
    const { email } = form;
    await change("UPDATE users SET email_verified_at = created_at WHERE email = ?", email);
    const stolen = own.cookie();
    await own.json("post /auth/refresh", {});
    await age(60);
    for (let time = 0; time < 2; time += 1) {
      own.setCookie(stolen);
      expect((await own.call("post /auth/refresh", {})).status).toBe(401);
    }
    const mails = await mailsTo(email, "session_copied");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.link).toMatch(/\/settings\/devices$/);
    expect(mails[0]?.text).toContain("quelqu’un a pu la copier");
  });

  it.each([null, "__Host-aetheria_refresh=", `__Host-aetheria_refresh=${"x".repeat(43)}`])(
    "refuses the cookie %j",
    async (cookie) => {
      browser.setCookie(cookie);
      expect(await refusal(await refresh())).toEqual([401, "auth.required"]);
    },
  );
});

describe("signing out", () => {
  it("here ends this session on the next request and takes the cookie away", async () => {
    const { accessToken } = await (await refresh()).json<SignedIn>();
    const cookie = browser.cookie();
    const out = await browser.call("post /auth/sign-out");
    expect(out.status).toBe(204);
    expect(browser.cookie()).toBeNull();
    const after = await browser.call("get /auth/me", undefined, accessToken);
    expect(await refusal(after)).toEqual([401, "auth.required"]);
    browser.setCookie(cookie);
    expect((await refresh()).status).toBe(401);
    expect((await browser.call("get /auth/me", undefined, claire.token)).status).toBe(200);
  });

  it("without a session is no failure", async () => {
    expect((await openBrowser().call("post /auth/sign-out")).status).toBe(204);
  });

  it("of one device leaves the others", async () => {
    const { accessToken } = await (await refresh()).json<SignedIn>();
    const list = await browser.json<{ items: { id: string; current: boolean; device: string }[] }>(
      "get /auth/sessions",
      undefined,
      accessToken,
    );
    expect(list.items.filter((session) => session.current)).toHaveLength(1);
    const other = list.items.find((session) => !session.current);
    const end = (id: string) => browser.call(`delete /auth/sessions/${id}`, undefined, accessToken);
    expect((await end(other?.id ?? "")).status).toBe(204);
    expect(await refusal(await end(other?.id ?? ""))).toEqual([404, "auth.session_not_found"]);
    expect((await browser.call("get /auth/me", undefined, accessToken)).status).toBe(200);
  });

  it("everywhere ends every session at once and closes open sockets", async () => {
    const { email, password } = claire.form;
    const away = await openBrowser().json<SignedIn>("post /auth/sign-in", { email, password });
    const { accessToken } = await (await refresh()).json<SignedIn>();
    const person = {
      call: (request: string, body?: unknown) => browser.call(request, body, away.accessToken),
    };
    const socket = await openSocket<LiveMessage>(person as never, "live");
    socket.send({ kind: "hello", since: null });
    await socket.until("welcome");
    const out = await browser.call("post /auth/sign-out-everywhere", undefined, accessToken);
    expect(out.status).toBe(204);
    expect(await socket.closed).toBe(4401);
    for (const token of [accessToken, away.accessToken]) {
      const after = await browser.call("get /auth/me", undefined, token);
      expect(await refusal(after)).toEqual([401, "auth.required"]);
    }
    expect((await openBrowser().call("post /auth/sign-in", { email, password })).status).toBe(200);
  });
});
