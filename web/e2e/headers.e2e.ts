import { createHash } from "node:crypto";
import { request } from "node:http";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "#scripts/lib/paths.ts";
import { duckdbAssets } from "#web/duckdb-assets/assets.ts";
import { base, signInLink } from "./journey.ts";

// Asks the running server for one answer of each class and holds its headers against docs/security.md.
const HSTS = "max-age=31536000; includeSubDomains";

/** Of everything that is served, whatever it is. */
const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "strict-transport-security": HSTS,
  "cross-origin-resource-policy": "same-origin",
};
const IMMUTABLE = "public, max-age=31536000, immutable";
const PACKAGE = join(ROOT, "node_modules/@duckdb/duckdb-wasm");
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Directives of a policy, by name. */
function policyOf(answer: Response): Map<string, string[]> {
  const text = answer.headers.get("content-security-policy") ?? "";
  return new Map(
    text.split(";").map((part): [string, string[]] => {
      const [name = "", ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${base()}${path}`, { redirect: "manual", ...init });
const json = (
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
): RequestInit => ({
  method,
  headers: { "content-type": "application/json", origin: base(), ...headers },
  body: JSON.stringify(body),
});

let token: string;
let assets: string[];
let files: string[];

beforeAll(async () => {
  const link = new URL(await signInLink("owner")).hash.slice(1);
  const signedIn = await ask("/api/v1/auth/link", json("POST", { token: link }));
  token = ((await signedIn.json()) as { accessToken: string }).accessToken;
  const page = await (await ask("/")).text();
  const found = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? "");
  assets = found.filter((path) => path.startsWith("/assets/"));
  files = found.filter((path) => !path.startsWith("/assets/") && path.includes("."));
});

const signedIn = () => ({ headers: { authorization: `Bearer ${token}` } });

/** Whether an answer holds what every answer holds. */
function isSafe(answer: Response): void {
  expect(Object.fromEntries(answer.headers)).toMatchObject(EVERYWHERE);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  expect(policyOf(answer).get("default-src")).toEqual(["'none'"]);
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
}

/** Whether an answer is the app's page, under the page's policy. */
function isPage(answer: Response): void {
  isSafe(answer);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
  expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(answer.headers.get("cache-control")).toBe("no-cache");
  expect(answer.headers.get("permissions-policy")).toContain("camera=()");
  expect(Object.fromEntries(policyOf(answer))).toMatchObject({
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "worker-src": ["'self'", "blob:"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "blob:", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "require-trusted-types-for": ["'script'"],
  });
  expect(policyOf(answer).has("trusted-types")).toBe(true);
}

/** Whether an answer is one of the API: never kept, never framed. */
function isApi(answer: Response, status: number): void {
  expect(answer.status).toBe(status);
  isSafe(answer);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("content-security-policy")).toBe(API_POLICY);
}

describe("a page", () => {
  it.each(["/", "/clients", "/sign-in", "/settings/roles", "/nowhere/at/all"])(
    "at %s runs its own scripts alone, under Trusted Types, and can't be framed",
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      isPage(answer);
    },
  );
});

/** The status of a request with a method that `fetch` does not send. */
function statusOf(method: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${base()}${path}`, { method }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject).end();
  });
}

it("has no TRACE", async () => {
  for (const path of ["/", "/api/v1/health", "/ws/live"])
    expect([404, 405, 501]).toContain(await statusOf("TRACE", path));
});

describe("a file", () => {
  it("with its fingerprint in its name is kept for ever", async () => {
    expect(assets.length).toBeGreaterThan(1);
    for (const path of assets) {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      isSafe(answer);
      expect(answer.headers.get("cache-control")).toBe(IMMUTABLE);
    }
  });

  it("without one is asked for again", async () => {
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      isSafe(answer);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
    }
  });

  it.each(["/assets/gone-abc12345.js", "/icons/none.png", "/duckdb/none.wasm", "/.env", "/a.php"])(
    "that is missing, %s, is a 404 that nobody keeps, never a page",
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe("");
      isSafe(answer);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    },
  );

  it.each(["/", "/clients", "/assets/gone-abc12345.js"])(
    "can't be written: a POST to %s is refused like anything that is not there",
    async (path) => {
      const answer = await ask(path, json("POST", {}));
      expect([404, 405]).toContain(answer.status);
      isSafe(answer);
    },
  );

  it("of the service worker is asked for again and has the page's policy", async () => {
    const answer = await ask("/sw.js");
    expect(answer.status).toBe(200);
    isSafe(answer);
    expect(answer.headers.get("content-type")).toMatch(/javascript/);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(policyOf(answer).get("connect-src")).toEqual(["'self'"]);
  });

  it("of the engine's worker has a policy of its own, under which nothing can be sent", async () => {
    const answer = await ask(`/duckdb/${duckdbAssets(PACKAGE).worker}`);
    expect(answer.status).toBe(200);
    // What is kept for ever is named by what it says.
    const hash = createHash("sha256").update(await answer.text());
    expect(answer.url).toContain(`-${hash.digest("hex").slice(0, 12)}.worker.js`);
    isSafe(answer);
    expect(answer.headers.get("cache-control")).toBe(IMMUTABLE);
    expect(Object.fromEntries(policyOf(answer))).toEqual({
      "default-src": ["'none'"],
      "script-src": ["'self'", "'wasm-unsafe-eval'"],
    });
  });
});

/** A sign-in that fails, from an address that nobody else has: it counts for no journey. */
function attempt(): Promise<Response> {
  const words = { email: "nobody-at-all@example.com", password: "quatre zèbres lents" };
  const from = { "cf-connecting-ip": "203.0.113.199" };
  return ask("/api/v1/auth/sign-in", json("POST", words, from));
}

describe("the API", () => {
  it("answers 200, with and without a session", async () => {
    const paths = ["/health", "/auth/me", "/openapi.json"];
    const answers = await Promise.all(paths.map((path) => ask(`/api/v1${path}`, signedIn())));
    expect(answers.length).toBe(3);
    for (const answer of answers) isApi(answer, 200);
  });

  it("answers 201 and 204", async () => {
    const headers = { authorization: `Bearer ${token}` };
    const made = await ask("/api/v1/clients", json("POST", { company: "En-têtes SA" }, headers));
    isApi(made, 201);
    const { id } = (await made.json()) as { id: string };
    const gone = { method: "DELETE", headers: { ...headers, origin: base() } };
    const left = await ask(`/api/v1/clients/${id}`, gone);
    isApi(left, 204);
    expect(await left.text()).toBe("");
  });

  it.each([
    [400, "/auth/sign-in", { ...json("POST", {}), body: "{oops" }],
    [401, "/clients", {}],
    [403, "/auth/sign-in", json("POST", {}, { origin: "https://evil.test" })],
    [404, "/nowhere", {}],
    [404, "/clients/x/y/z", {}],
    [413, "/auth/sign-in", { ...json("POST", {}), body: "x".repeat(1_100_000) }],
    [415, "/auth/sign-in", json("POST", {}, { "content-type": "text/plain" })],
    [422, "/auth/sign-in", json("POST", { role: "owner" })],
  ] as const)("answers a problem, %i to %s", async (status, path, init) => {
    const answer = await ask(`/api/v1${path}`, init);
    isApi(answer, status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("x-request-id")).toMatch(/^req_/);
  });

  it("answers 429 with the time to wait", async () => {
    let answer = await attempt();
    for (let left = 8; left > 0 && answer.status !== 429; left -= 1) answer = await attempt();
    isApi(answer, 429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("gives a list as a file to keep, which no browser opens as a page", async () => {
    const answer = await ask("/api/v1/clients/export.csv", signedIn());
    isApi(answer, 200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("describes itself on a page without scripts", async () => {
    const answer = await ask("/api/v1/docs");
    expect(answer.status).toBe(200);
    isSafe(answer);
    expect(policyOf(answer).has("script-src")).toBe(false);
    expect(policyOf(answer).get("style-src")).toEqual(["'self'"]);
    expect(policyOf(answer).get("frame-ancestors")).toEqual(["'none'"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    isSafe(await ask("/api/v1/docs.css"));
  });
});

describe("mails as development shows them", () => {
  it.each(["/dev/outbox", "/dev/outbox.css", "/dev/nowhere"])(
    "at %s run no script and are not kept",
    async (path) => {
      const answer = await ask(path);
      isSafe(answer);
      expect(policyOf(answer).has("script-src")).toBe(false);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    },
  );
});

describe("a socket that is refused", () => {
  it.each([
    [404, {}],
    [403, { origin: "https://evil.test" }],
  ] as const)("is a problem like any other, %i", async (status, headers) => {
    const answer = await ask("/ws/live", { headers: { origin: base(), ...headers } });
    isApi(answer, status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });
});
