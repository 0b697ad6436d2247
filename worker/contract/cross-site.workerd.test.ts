import { exports } from "cloudflare:workers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ROUTES } from "#worker/app.ts";
import { signUp } from "#worker/features/identity/testing.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import {
  ORIGIN,
  callWorker,
  mintOrganization,
  type TestOrganization,
} from "#worker/platform/testing.ts";
import { BODIES, fillPath, foreignIds, nameOf } from "./samples.ts";

// What another site's page can make a browser send, and what shared objects a body can try to reach.
const routes = ROUTES.map((bound) => bound.route);
const mutations = routes.filter((route) => route.method !== "get");
const main = (exports as unknown as { default: Fetcher }).default;

let home: TestOrganization;
let ids: Record<string, string>;

beforeAll(async () => {
  quiet();
  home = await mintOrganization();
  ids = await foreignIds(home);
});
afterAll(() => void vi.restoreAllMocks());

/** What a page of another site can send without a preflight, and fetches that say where they come from. */
const FORGED: Record<string, { headers: Record<string, string>; text?: string; code: string }> = {
  "a form": {
    headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
    text: "a=1",
    code: "415 request.unsupported_type",
  },
  "a form with files": {
    headers: { origin: ORIGIN, "content-type": "multipart/form-data; boundary=x" },
    text: "--x--",
    code: "415 request.unsupported_type",
  },
  "plain text that looks like JSON": {
    headers: { origin: ORIGIN, "content-type": "text/plain" },
    text: "{}",
    code: "415 request.unsupported_type",
  },
  "a body without a type": {
    headers: { origin: ORIGIN, "content-type": "" },
    text: "{}",
    code: "415 request.unsupported_type",
  },
  "another site's page": {
    headers: { origin: "https://evil.test", "content-type": "application/json" },
    code: "403 request.cross_site",
  },
  "a page of a sibling's subdomain": {
    headers: { origin: "https://evil.aetheria.test", "sec-fetch-site": "same-site" },
    code: "403 request.cross_site",
  },
  "a sandboxed frame": { headers: { origin: "null" }, code: "403 request.cross_site" },
  "a fetch that says it crosses sites": {
    headers: { "sec-fetch-site": "cross-site" },
    code: "403 request.cross_site",
  },
};

describe.each(Object.entries(FORGED))("%s", (_kind, { headers, text, code }) => {
  it.each(mutations.map((route) => [nameOf(route), route] as const))(
    "is refused by %s, whoever is signed in",
    async (name, route) => {
      const body = text ?? JSON.stringify(BODIES[name] ?? {});
      const answer = await main.fetch(`${ORIGIN}/api/v1${fillPath(route, ids)}`, {
        method: route.method.toUpperCase(),
        headers: { authorization: `Bearer ${home.owner.token}`, ...headers },
        body,
      });
      const told = await answer.json<{ code: string }>();
      expect(`${answer.status} ${told.code}`).toBe(code);
    },
  );
});

describe("a request of another site", () => {
  it("never gets to use the refresh cookie", async () => {
    const { browser } = await signUp();
    const cookie = browser.cookie() ?? "";
    for (const path of ["refresh", "sign-out"]) {
      const evil = { cookie, origin: "https://evil.test" };
      const answer = await callWorker(`post /auth/${path}`, {}, evil);
      expect(answer.status).toBe(403);
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    expect((await browser.call("post /auth/refresh", {})).status).toBe(200);
  });

  it("may read nothing: no answer allows another origin, also to a preflight", async () => {
    for (const route of routes) {
      const answer = await main.fetch(`${ORIGIN}/api/v1${fillPath(route, ids)}`, {
        method: "OPTIONS",
        headers: {
          origin: "https://evil.test",
          "access-control-request-method": route.method.toUpperCase(),
          "access-control-request-headers": "authorization, content-type",
        },
      });
      await answer.body?.cancel();
      const allowed = [...answer.headers.keys()].filter((name) =>
        name.startsWith("access-control-"),
      );
      expect([nameOf(route), ...allowed]).toEqual([nameOf(route)]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it("changes nothing with a GET, whatever is said of the method", async () => {
    const before = await home.db.prepare("SELECT count(*) AS n FROM audit").first("n");
    const tricks = { "x-http-method-override": "DELETE", "x-method-override": "DELETE" };
    for (const query of ["", "?_method=DELETE"]) {
      await home.owner.call(`get /clients/${ids["cli"]}${query}`, undefined, tricks);
    }
    expect(await home.db.prepare("SELECT count(*) AS n FROM audit").first("n")).toBe(before);
    expect((await home.owner.call(`get /clients/${ids["cli"]}`)).status).toBe(200);
  });
});

function stream(parts: readonly string[], told: { read: number }): ReadableStream<Uint8Array> {
  const waiting = parts.map((part) => new TextEncoder().encode(part));
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      const part = waiting.shift();
      if (!part) return controller.close();
      told.read += part.length;
      controller.enqueue(part);
    },
  });
}

function post(parts: readonly string[], told = { read: 0 }, type = "application/json") {
  const headers = {
    origin: ORIGIN,
    "content-type": type,
    authorization: `Bearer ${home.owner.token}`,
  };
  const body = stream(parts, told);
  return main.fetch(`${ORIGIN}/api/v1/clients`, { method: "POST", headers, body });
}

describe("a body that comes in pieces", () => {
  it("slowly is taken when it is whole", async () => {
    const answer = await post('{"company":"Lente SA"}'.split(""));
    expect(answer.status).toBe(201);
  });

  it("must be JSON like any other", async () => {
    const answer = await post(['{"company":', '"Texte SA"}'], { read: 0 }, "text/plain");
    expect(answer.status).toBe(415);
  });

  it("is read up to one mebibyte and no further", async () => {
    const told = { read: 0 };
    const answer = await post(
      Array.from({ length: 512 }, () => "x".repeat(65_536)),
      told,
    );
    expect(answer.status).toBe(413);
    expect(told.read).toBeLessThan(4 * 1024 * 1024);
  });

  it("and breaks off leaves nothing behind", async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"company":"Coupée SA"'));
        setTimeout(() => controller.error(new Error("gone")), 5);
      },
    });
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${home.owner.token}`,
    };
    const request = { method: "POST", headers, body: broken };
    await main.fetch(`${ORIGIN}/api/v1/clients`, request).catch(() => null);
    const list = await home.owner.call("get /clients?q=Coup%C3%A9e");
    expect(await list.json()).toMatchObject({ items: [] });
  });
});

describe("prototype pollution", () => {
  const KEYS = [
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"__proto__":{"permissions":["identity.own"]},"name":"x"}',
    '[{"__proto__":{"polluted":true}}]',
  ];

  it.each(mutations.filter((route) => route.body).map((route) => [nameOf(route), route] as const))(
    "is refused by %s and reaches no shared object",
    async (_name, route) => {
      for (const text of KEYS) {
        const answer = await home.owner.raw(`${route.method} ${fillPath(route, ids)}`, text);
        expect(answer.status).toBe(422);
      }
      expect("polluted" in {}).toBe(false);
      expect("permissions" in {}).toBe(false);
    },
  );

  it("by a query changes nothing", async () => {
    const answer = await home.owner.call(
      "get /clients?__proto__[polluted]=1&constructor.prototype.x=1",
    );
    expect(answer.status).toBe(422);
    expect("polluted" in {}).toBe(false);
  });
});
