import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "#worker/features/factors/testing.ts";
import { openBrowser, registration, signUp } from "#worker/features/identity/testing.ts";
import { callWorker, ORIGIN, testEnv } from "#worker/platform/testing.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { createApp } from "#worker/app.ts";
import type { Env } from "#worker/platform/env.ts";

const PLACES = ["/dev/outbox", "/dev/outbox.json", "/dev/outbox.css", "/dev/elsewhere"];
let email: string;

beforeAll(async () => {
  ({ email } = registration());
  await openBrowser().json("post /auth/register/start", { email, language: "en" });
});

const ask = (path: string, environment: Env["ENVIRONMENT"], language = "fr") =>
  createApp().request(
    `${ORIGIN}${path}`,
    { headers: { "accept-language": language } },
    { ...testEnv, ENVIRONMENT: environment },
  );

describe("the local outbox", () => {
  it.each(["production", "test"] as const)("does not exist in %s", async (environment) => {
    const { id } = await lastMailTo(email);
    for (const path of [...PLACES, `/dev/outbox/${id}`]) {
      const answer = await ask(path, environment);
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, ""]);
    }
  });

  it("shows mails in the language in which they were written, with links that work", async () => {
    const page = await ask(`/dev/outbox?to=${email}`, "development");
    const text = await page.text();
    const mail = await lastMailTo(email);
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('<section lang="en">');
    expect(text).toContain(`<a href="${mail.link}">`);
    const opened = await callWorker("post /auth/register/view", { token: mail.token });
    expect(await opened.json()).toEqual({ email, account: "new" });
    expect(await (await ask("/dev/outbox", "development", "en-US")).text()).toContain(
      '<html lang="en">',
    );
  });

  it("links both ways out of a mail about a second factor", async () => {
    const { browser, form, token } = await signUp();
    await change("UPDATE users SET email_verified_at = created_at WHERE email = ?", form.email);
    const asked = await browser.json<{ key: string }>("post /auth/factors/totp", undefined, token);
    const code = await codeOf(asked.key);
    await browser.json("post /auth/factors/totp/confirm", { code }, token);
    const text = await (await ask(`/dev/outbox?to=${form.email}`, "development")).text();
    expect(text).toContain("Application d’authentification ajoutée à votre compte");
    for (const path of ["/settings/security", "/forgot"])
      expect(text).toContain(`<a href="${ORIGIN}${path}">`);
  });

  it("links a mail that no request led to, such as that of a paused webhook, to itself", async () => {
    const { form } = await signUp();
    const params = { organizationId: "org_1", organization: "A", webhook: "B", reason: "gone" };
    await change(
      `INSERT INTO mails (id, user_id, recipient, language, kind, params, origin, created_at, next_attempt_at)
       SELECT 'mal_1', id, email, 'fr', 'webhook_paused', ?, '', created_at, created_at FROM users WHERE email = ?`,
      JSON.stringify(params),
      form.email,
    );
    const text = await (await ask(`/dev/outbox?to=${form.email}`, "development")).text();
    expect(text).toContain(`<a href="${ORIGIN}/settings/webhooks">`);
    expect((await ask("/dev/outbox/mal_1", "development")).status).toBe(200);
  });

  it("runs no script, its own or a mail's", async () => {
    const { id } = await lastMailTo(email);
    const page = await ask("/dev/outbox", "development");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src/);
    const mail = await ask(`/dev/outbox/${id}`, "development");
    expect(mail.headers.get("content-security-policy")).toMatch(/sandbox/);
    expect(`${await page.text()}${await mail.text()}`).not.toContain("<script");
  });
});
