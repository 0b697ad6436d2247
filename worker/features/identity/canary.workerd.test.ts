import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import type { Invitation } from "#domain/members/model.ts";
import type { NewToken } from "#domain/tokens/model.ts";
import { inDays } from "#worker/features/tokens/testing.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";
import { codeOf, firstStep } from "#worker/features/factors/testing.ts";
import { unconfirm } from "#worker/features/members/testing.ts";
import { openBrowser, signUp } from "./testing.ts";

// Words that must never be written anywhere, and the places where they could be.
const PASSWORD = "canari numéro sept chante faux";
const TYPO = "canari-mistyped-secret-9000";
const TYPO_ADDRESS = "quelqu.un@example.com";
const NEXT = "canari numéro huit siffle juste";
const secrets = new Set([PASSWORD, TYPO, NEXT]);
const answers: string[] = [];
let organizationId: string;
const lines: string[] = [];

const record = (...parts: unknown[]) => void lines.push(parts.map(String).join(" "));

beforeAll(async () => {
  for (const level of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, level).mockImplementation(record);
  }
  const { browser, form, me, token } = await signUp({ password: PASSWORD });
  // Not the first row of the table: a late request of the file before may have left one, without a database.
  organizationId = me.organization.id;
  secrets.add(token);
  const { token: registered } = await lastMailTo(form.email, "register");
  secrets.add(registered);
  const { email, ...typedOnce } = form;
  const failing = [
    browser.call("post /auth/sign-in", { email, password: TYPO }),
    browser.call("post /auth/sign-in", { email: "no email", password: TYPO }),
    browser.call("post /auth/sign-in", { email, password: TYPO, role: "owner" }),
    browser.call("post /auth/register", { ...typedOnce, token: registered, password: TYPO }),
    browser.call("post /auth/link", { token: `${TYPO}-${TYPO}` }),
    browser.call("post /auth/invitations/preview", { token: `${TYPO}-${TYPO}` }),
    openBrowser().call("get /auth/me", undefined, TYPO),
  ];
  for (const response of await Promise.all(failing)) answers.push(await response.text());
  const first = browser.cookie() ?? "";
  secrets.add(first.split("=")[1] ?? "");
  const { accessToken } = await browser.json<SignedIn>("post /auth/refresh", {});
  secrets.add(accessToken);
  secrets.add(browser.cookie()?.split("=")[1] ?? "");
  const roleId = me.role.id;
  const invitation = await browser.json<Invitation>(
    "post /invitations",
    { email: null, roleId },
    token,
  );
  secrets.add(invitation.token ?? "");
  await browser.json(
    "post /auth/invitations/start",
    { token: invitation.token, email: TYPO_ADDRESS, language: "fr" },
    token,
  );
  const { token: invited } = await lastMailTo(TYPO_ADDRESS, "invitation_continue");
  secrets.add(invited);
  await browser.call("post /auth/invitations/preview", { token: invited });
  await unconfirm({ me, call: (request) => browser.call(request, undefined, token) });
  const { token: confirmation } = await lastMailTo(email, "email_verify");
  secrets.add(confirmation);
  await browser.json("post /auth/email/confirm", { token: confirmation });
  const password = NEXT;
  await browser.json("post /auth/password", { current: PASSWORD, password }, token);
  await browser.json("post /auth/password/forgot", { email });
  const { token: reset } = await lastMailTo(email, "password_reset");
  secrets.add(reset);
  await browser.call("post /auth/password/reset", { token: reset, password: "trop court" });
  await browser.call("post /auth/email", { email, password: TYPO }, token);
  await browser.call("post /auth/invitations/preview", { token: invitation.token });
  const { key } = await browser.json<{ key: string }>("post /auth/factors/totp", undefined, token);
  const { recoveryCodes } = await browser.json<{ recoveryCodes: string[] }>(
    "post /auth/factors/totp/confirm",
    { code: await codeOf(key) },
    token,
  );
  for (const secret of [key, ...recoveryCodes]) secrets.add(secret);
  const step = await firstStep({ form: { ...form, password: NEXT } });
  secrets.add(step.token);
  const wrong = { token: step.token, code: TYPO };
  answers.push(await (await step.browser.call("post /auth/sign-in/code", wrong)).text());
  const right = { token: step.token, code: await codeOf(key, 1) };
  await step.browser.json("post /auth/sign-in/code", right);
  const words = { permissions: ["clients.read"], expiresAt: inDays(2) };
  const made = await browser.json<NewToken>("post /tokens", { name: "Canari", ...words }, token);
  const robot = await browser.json<{ id: string }>(
    "post /service-accounts",
    { name: "Canari", roleId },
    token,
  );
  const path = `post /service-accounts/${robot.id}/tokens`;
  const other = await browser.json<NewToken>(path, { name: "Canari", ...words }, token);
  for (const api of [made.token, other.token]) {
    secrets.add(api);
    // The part that is random, without what names the organization and its owner.
    secrets.add(api.slice(60, 100));
    await browser.json("get /clients", undefined, api);
    const refused = [
      browser.call("post /clients", { company: api.slice(0, 8) }, api),
      browser.call("post /tokens", { name: "Canari", ...words }, api),
      browser.call("get /clients", undefined, `${api}x`),
      browser.call("get /clients", undefined, api.toLowerCase()),
    ];
    for (const response of await Promise.all(refused)) answers.push(await response.text());
  }
  await delivered();
  for (const list of [
    "/audit/export.csv",
    "/audit/export.json",
    "/tokens",
    "/organization/tokens",
  ]) {
    const text = await (await browser.call(`get ${list}`, undefined, token)).text();
    if (!text.includes("Canari")) throw new Error(`${list} does not tell of the tokens`);
    answers.push(text);
  }
  await browser.json(`delete /tokens/${made.id}`, undefined, token);
  answers.push(await (await browser.call("get /clients", undefined, made.token)).text());
  await browser.json("post /auth/sign-out-everywhere", undefined, accessToken);
  await delivered();
});
afterAll(() => vi.restoreAllMocks());

function leaks(text: string): string[] {
  if (text.length < 100) throw new Error("There is nothing to look through");
  return [...secrets].filter((secret) => text.includes(secret));
}

it("plants its canaries", () => {
  expect(secrets.size).toBeGreaterThanOrEqual(27);
  expect([...secrets].filter((secret) => secret.length < 20)).toEqual([]);
});

it("finds none of them in the logs", () => {
  expect(lines.some((line) => line.includes("/api/v1/auth/sign-in"))).toBe(true);
  expect(leaks(lines.join("\n"))).toEqual([]);
});

it("finds none of them in refusals", () => {
  expect(leaks(answers.join("\n"))).toEqual([]);
});

it("finds none of them in the control database", async () => {
  const names = await rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  );
  const tables = await Promise.all(names.map(({ name }) => rows(`SELECT * FROM "${name}"`)));
  expect(names.length).toBeGreaterThan(10);
  expect(leaks(JSON.stringify(tables))).toEqual([]);
});

it("finds none of them in the organization's audit, outbox and answers", async () => {
  const db = await databaseOf(organizationId);
  const tables = await Promise.all(
    ["audit", "access_log", "outbox", "search_docs", "idempotency"].map((name) =>
      db.rows(`SELECT * FROM ${name}`),
    ),
  );
  expect(leaks(JSON.stringify(tables))).toEqual([]);
});
