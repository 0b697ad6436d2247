import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { formatToken, parseToken } from "#domain/tokens/token-text.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import {
  callWorker,
  mintOrganization,
  ORIGIN,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { scopeOf } from "#worker/platform/auth/control-commit.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { openTenant } from "#worker/platform/tenant.ts";
import { answered, makeToken, using } from "./testing.ts";

const told = testEnv.REQUESTS_PER_MINUTE;
let firm: TestOrganization;
let lucas: TestPerson;

beforeAll(async () => {
  quiet();
  firm = await mintOrganization();
  lucas = await firm.join("member", "Lucas Petit");
});

afterAll(() => void vi.restoreAllMocks());

afterEach(() => {
  if (told !== undefined) testEnv.REQUESTS_PER_MINUTE = told;
});

/** What is left of a token's minute. */
const left = async (token: string) => (await using(token)("get /clients")).headers.get("ratelimit");

/** Makes a client under a key that every call repeats. */
async function repeat(call: ReturnType<typeof using>): Promise<string> {
  const headers = { "idempotency-key": "chantier-2026" };
  return (await answered<{ id: string }>(call("post /clients", { company: "X" }, headers))).id;
}

describe("a request with a token", () => {
  it("is in the audit under its person's name, as a token's", async () => {
    const { token } = await makeToken(lucas, { permissions: ["clients.read", "clients.write"] });
    const headers = { "cf-connecting-ip": "2001:db8::7" };
    const made = await answered<{ id: string }>(
      using(token)("post /clients", { company: "Quai" }, headers),
    );
    const [row] = (await firm.db.prepare("SELECT * FROM audit ORDER BY id DESC LIMIT 1").all())
      .results;
    expect(row).toMatchObject({
      actor_id: lucas.userId,
      actor_name: "Lucas Petit",
      actor_kind: "token",
      entity_id: made.id,
      address: "2001:db8::7",
    });
  });

  it("is in the access log beside its person's own readings", async () => {
    const nadia = await firm.join("manager", "Nadia Roux");
    const { token } = await makeToken(nadia, { permissions: ["identity.read"] });
    for (const person of [nadia, nadia]) await person.call("get /members");
    await answered(using(token)("get /members"));
    const sql = "SELECT actor_kind FROM access_log WHERE actor_id = ? ORDER BY actor_kind";
    const kinds = async () => (await firm.db.prepare(sql).bind(nadia.userId).all()).results;
    await expect.poll(kinds).toEqual([{ actor_kind: "person" }, { actor_kind: "token" }]);
  });

  it("goes where the OpenAPI document and the reference say, and nowhere else", async () => {
    type Operation = { "x-api-tokens": boolean };
    type Document = { paths: Record<string, Record<string, Operation>> };
    const { paths } = await answered<Document>(callWorker("get /openapi.json"));
    expect(paths["/clients"]?.["post"]?.["x-api-tokens"]).toBe(true);
    expect(paths["/tokens"]?.["post"]?.["x-api-tokens"]).toBe(false);
    const page = await (await callWorker("get /docs")).text();
    const sections = page
      .split("<section")
      .filter((part) => part.includes("Not with an API token"));
    const all = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(sections.length).toBeGreaterThan(30);
    expect(sections.length).toBeLessThan(all.filter((one) => !one["x-api-tokens"]).length + 1);
    expect(sections.some((part) => part.includes("<code>/clients</code>"))).toBe(false);
  });

  it("needs no Origin, and from another site's page changes and tells nothing", async () => {
    const { token } = await makeToken(lucas, { permissions: ["clients.write", "clients.read"] });
    const call = using(token);
    const client = { company: "Mairie" };
    expect((await call("post /clients", client)).status).toBe(201);
    const from = (headers: Record<string, string>) => call("post /clients", client, headers);
    for (const headers of [{ origin: "https://evil.test" }, { "sec-fetch-site": "cross-site" }])
      expect(await refusal(await from(headers))).toEqual([403, "request.cross_site"]);
    const read = await call("get /clients", undefined, { origin: "https://evil.test" });
    expect(read.headers.has("access-control-allow-origin")).toBe(false);
    expect(read.headers.has("access-control-allow-credentials")).toBe(false);
  });

  it("answers a repeated key with the first answer, and another token's never", async () => {
    const [one, other] = [
      await makeToken(lucas, { permissions: ["clients.read", "clients.write"] }),
      await makeToken(lucas, { permissions: ["clients.read", "clients.write"] }),
    ];
    const first = await repeat(using(one.token));
    expect(await repeat(using(one.token))).toBe(first);
    expect(await repeat(using(other.token))).not.toBe(first);
  });

  it("counts in its own minute, and says what is left", async () => {
    const [one, other] = [await makeToken(lucas), await makeToken(lucas)];
    testEnv.REQUESTS_PER_MINUTE = "100";
    expect(await left(one.token)).toBe('"token";r=99;t=60');
    expect(await left(one.token)).toMatch(/^"token";r=98;t=\d+$/);
    expect(await left(other.token)).toBe('"token";r=99;t=60');
    const answers = await Promise.all(
      Array.from({ length: 105 }, () => using(one.token)("get /clients")),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(7);
    expect(await refused[0]?.json()).toMatchObject({ params: { of: "token" } });
  });

  it("with a made-up token uses up nobody's minute", async () => {
    const { token } = await makeToken(lucas);
    const parts = parseToken(token);
    if (!parts) throw new Error("No token");
    const forged = formatToken(parts, crypto.getRandomValues(new Uint8Array(32)));
    const answer = await using(forged)("get /clients");
    expect(await refusal(answer)).toEqual([401, "auth.token_invalid"]);
    expect(answer.headers.has("ratelimit")).toBe(false);
  });

  it("notes when and from where, once a minute at most", async () => {
    const { id, token } = await makeToken(lucas);
    const used = async () => {
      const [row] = await rows("SELECT used_at, used_from FROM api_tokens WHERE id = ?", id);
      return row as { used_at: string | null; used_from: string | null };
    };
    const call = using(token);
    const ask = (from: string) => call("get /clients", undefined, { "cf-connecting-ip": from });
    expect(await used()).toEqual({ used_at: null, used_from: null });
    await ask("192.0.2.1");
    await expect.poll(used).toMatchObject({ used_from: "192.0.2.1" });
    const first = await used();
    await ask("192.0.2.2");
    expect(await used()).toEqual(first);
    const before = new Date(Date.parse(first.used_at ?? "") - 61_000).toISOString();
    await change("UPDATE api_tokens SET used_at = ? WHERE id = ?", before, id);
    await ask("192.0.2.3");
    await expect.poll(used).toMatchObject({ used_from: "192.0.2.3" });
  });

  it("finds the organization where its data are now", async () => {
    const away = await mintOrganization();
    const free = await mintOrganization();
    const { token } = await makeToken(away.owner, {
      permissions: ["clients.read", "clients.write"],
    });
    // As a move does it: the data are in another database, and the slot says so.
    await change("DELETE FROM slots WHERE binding = ?", free.tenant.binding);
    const move = "UPDATE slots SET binding = ? WHERE organization_id = ?";
    await change(move, free.tenant.binding, away.tenant.organizationId);
    const identity = "UPDATE _meta SET organization_id = ?";
    await free.db.prepare(identity).bind(away.tenant.organizationId).run();
    const made = await answered<{ id: string }>(
      using(token)("post /clients", { company: "Déménagée" }, { "idempotency-key": "moved-here" }),
    );
    const there = await free.db.prepare("SELECT company FROM clients").all();
    expect(there.results).toEqual([{ company: "Déménagée" }]);
    expect((await using(token)(`get /clients/${made.id}`)).status).toBe(200);
  });

  it("writes nothing into the control database, whatever a route lets it", async () => {
    const { token } = await makeToken(lucas);
    const { ctx } = openTenant({
      env: testEnv,
      clock: systemClock,
      claims: {
        userId: lucas.userId,
        sessionId: "",
        tenant: firm.tenant,
        tokenHash: await sha256(token),
      },
      access: "member",
      requestId: "req_1",
      address: null,
      idempotency: null,
      bookmark: null,
      defer: () => undefined,
    });
    expect((await ctx.actor()).kind).toBe("token");
    await expect(scopeOf(ctx)).rejects.toThrow("auth.token_refused");
  });

  it("reads no cookie beside it, and is refused where a session would be touched", async () => {
    const { token } = await makeToken(lucas);
    const cookie = "__Host-aetheria_refresh=" + "x".repeat(43);
    for (const path of ["/auth/refresh", "/auth/sign-out"]) {
      const headers = { authorization: `Bearer ${token}`, cookie, origin: ORIGIN };
      const answer = await using(token)(`post ${path}`, {}, headers);
      expect(await refusal(answer)).toEqual([403, "auth.token_refused"]);
      expect(answer.headers.has("set-cookie")).toBe(false);
    }
    expect((await using(token)("get /health")).status).toBe(200);
  });

  it("finds by words what its keys let it see", async () => {
    await answered(firm.owner.call("post /clients", { company: "Zouave Charpente" }));
    await answered(firm.owner.call("post /boards", { title: "Zouave" }));
    const { token } = await makeToken(lucas, { permissions: ["boards.read"] });
    const { items } = await answered<{ items: { entity: string }[] }>(
      using(token)("get /search?q=zouave"),
    );
    expect(items.map(({ entity }) => entity)).toEqual(["board"]);
  });
});
