import { describe, expect, it, vi } from "vitest";
import { signUp } from "#worker/features/identity/testing.ts";
import { createApp } from "#worker/app.ts";
import type { Env } from "#worker/platform/env.ts";
import { ORIGIN, callWorker, testEnv } from "#worker/platform/testing.ts";
import { newId } from "#domain/ids.ts";
import { loggedPath } from "./guards.ts";

const code = async (response: Response) => (await response.json<{ code: string }>()).code;
const unencrypted = (path: string, environment: Env["ENVIRONMENT"]) => {
  const env = { ...testEnv, ENVIRONMENT: environment };
  return createApp().request(ORIGIN.replace("https", "http") + path, {}, env);
};
const signIn = (headers: Record<string, string>) =>
  callWorker("post /auth/sign-in", { email: "a@example.com", password: "x" }, headers);

describe("mutations", () => {
  it.each([
    ["another site's origin", { origin: "https://evil.test" }],
    ["another scheme", { origin: ORIGIN.replace("https", "http") }],
    ["a subdomain", { origin: "https://x.aetheria.test" }],
    ["an opaque origin", { origin: "null" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
  ])("are refused from %s", async (_name, headers) => {
    const answer = await signIn(headers);
    expect([answer.status, await code(answer)]).toEqual([403, "request.cross_site"]);
  });

  it("take JSON only", async () => {
    const answer = await signIn({ "content-type": "text/plain" });
    expect([answer.status, await code(answer)]).toEqual([415, "request.unsupported_type"]);
  });

  it("take one mebibyte at most", async () => {
    const answer = await callWorker("post /auth/sign-in", { email: "x".repeat(1024 * 1024) });
    expect([answer.status, await code(answer)]).toEqual([413, "request.too_large"]);
  });

  it.each(["__proto__", "constructor", "role", "organizationId", "org_id"])(
    "refuse the unknown key %s",
    async (key) => {
      const body = JSON.parse(`{"email":"a@example.com","password":"x","${key}":{"admin":true}}`);
      const answer = await callWorker("post /auth/sign-in", body);
      expect(answer.status).toBe(422);
    },
  );
});

describe("answers", () => {
  it("carry the headers that keep them from being cached, framed or sniffed", async () => {
    for (const path of ["/health", "/auth/me", "/nowhere"]) {
      const { headers } = await callWorker(`get ${path}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        "x-request-id": expect.stringMatching(/^req_\w{26}$/),
      });
      expect(headers.has("access-control-allow-origin")).toBe(false);
    }
  });
});

describe("an unencrypted request", () => {
  it("is refused in production, without a redirect, and nowhere else", async () => {
    for (const path of ["/api/v1/health", "/ws/live"]) {
      const refused = await unencrypted(path, "production");
      expect([refused.status, await code(refused)]).toEqual([403, "request.insecure"]);
      expect(refused.headers.has("location")).toBe(false);
    }
    expect((await unencrypted("/api/v1/health", "development")).status).toBe(200);
  });
});

describe("a query", () => {
  it("names each parameter once, or is refused", async () => {
    const { token } = await signUp();
    const once = await callWorker("get /search?q=a", undefined, {
      authorization: `Bearer ${token}`,
    });
    const twice = await callWorker("get /search?q=a&q=b", undefined, {
      authorization: `Bearer ${token}`,
    });
    expect([once.status, twice.status]).toEqual([200, 422]);
    expect(await twice.json()).toMatchObject({
      params: { issues: [{ path: "q", rule: "repeated" }] },
    });
  });
});

describe("the log line of a request", () => {
  it("tells who asked, where, and why it was refused", async () => {
    const lines: string[] = [];
    const spy = vi
      .spyOn(console, "info")
      .mockImplementation((line) => void lines.push(String(line)));
    const { token, me } = await signUp();
    const headers = {
      authorization: `Bearer ${token}`,
      "cf-connecting-ip": "192.0.2.7",
      "x-forwarded-for": "198.51.100.1",
    };
    const refused = await callWorker(
      "delete /members/usr_01JZZZZZZZZZZZZZZZZZZZZZZZ",
      undefined,
      headers,
    );
    spy.mockRestore();
    const told = await refused.json<{ code: string }>();
    const id = refused.headers.get("x-request-id");
    const line = lines.map((text) => JSON.parse(text)).find(({ requestId }) => requestId === id);
    expect(line).toMatchObject({
      event: "request",
      status: refused.status,
      code: told.code,
      userId: me.person.id,
      organizationId: me.organization.id,
      address: "192.0.2.7",
    });
  });
});

describe("a logged path", () => {
  it.each([
    [
      "/api/v1/clients/cli_01M7YTMH94W25HABPES8WV7WN0",
      "/api/v1/clients/cli_01M7YTMH94W25HABPES8WV7WN0",
    ],
    ["/api/v1/anything/z67fjP8N8bdx1Wvg7QBsyyU3wa4lsE7zzZQGSZcdqL0", "/api/v1/anything/…"],
    ["/api/v1/auth/sign-out-everywhere", "/api/v1/auth/sign-out-everywhere"],
    [`/nowhere/${newId("cli")}${"x".repeat(30)}`, "/nowhere/…"],
  ])("of %s is %s", (path, logged) => {
    expect(loggedPath(path)).toBe(logged);
  });
});
