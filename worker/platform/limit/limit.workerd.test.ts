import { runInDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { takeRequest } from "./take-request.ts";

let organization: TestOrganization;
const told = testEnv.REQUESTS_PER_MINUTE;

beforeAll(async () => {
  organization = await mintOrganization();
  testEnv.REQUESTS_PER_MINUTE = "100";
});
afterAll(() => {
  if (told !== undefined) testEnv.REQUESTS_PER_MINUTE = told;
});

/** Asks so many times at once, and counts the answers by status. */
async function ask(person: TestPerson, times: number): Promise<Record<number, number>> {
  const all = await Promise.all(
    Array.from({ length: times }, () => person.call("get /auth/sessions")),
  );
  const counts: Record<number, number> = {};
  for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe("the limit of a person", () => {
  it("lets a hundred requests of a minute through, however close together, and says when to go on", async () => {
    const person = await organization.join("member");
    expect(await ask(person, 110)).toEqual({ 200: 100, 429: 10 });
    const refused = await person.call("get /auth/me");
    expect(refused.status).toBe(429);
    const { code, params } = await refused.json<{ code: string; params: { seconds: number } }>();
    expect(code).toBe("request.rate_limited");
    expect(params.seconds).toBeGreaterThan(0);
    expect(params.seconds).toBeLessThanOrEqual(60);
    expect(refused.headers.get("retry-after")).toBe(String(params.seconds));
    expect(refused.headers.get("ratelimit")).toBe(`"person";r=0;t=${params.seconds}`);
  });

  it("counts each person alone, and tells on every answer what is left", async () => {
    const person = await organization.join("member");
    const first = await person.call("get /auth/me");
    expect(first.headers.get("ratelimit-policy")).toBe('"person";q=100;w=60');
    expect(first.headers.get("ratelimit")).toBe('"person";r=99;t=60');
    const missing = await person.call("get /clients/cli_01M7ZFE9J4H31A3J20VVMGCVT9");
    expect([missing.status, missing.headers.get("ratelimit")]).toEqual([404, '"person";r=98;t=60']);
  });

  it("lets nothing be written by a request that is one too many", async () => {
    const person = await organization.join("manager");
    await ask(person, 100);
    const refused = await person.call("post /clients", { company: "Une de trop" });
    expect(refused.status).toBe(429);
    const rows = await organization.db
      .prepare("SELECT count(*) AS n FROM clients WHERE company = 'Une de trop'")
      .first<{ n: number }>();
    expect(rows?.n).toBe(0);
  });

  it("outlives the object's memory, and leaves nothing behind when a quiet while is over", async () => {
    const room = testEnv.LIMIT_ROOM.getByName("users/usr_of_its_own");
    for (let made = 0; made < 3; made += 1) await room.take(100);
    await runInDurableObject(room, async (instance: object, state) => {
      expect(await state.storage.get<number[]>("times")).toHaveLength(3);
      await state.storage.put("times", [Date.now() - 600_000]);
      const fresh = new (instance.constructor as new (...given: unknown[]) => {
        take(quota: number): Promise<{ remaining: number }>;
        alarm(): Promise<void>;
      })(state, testEnv);
      expect((await fresh.take(2)).remaining).toBe(1);
      await state.storage.put("times", [Date.now() - 600_000]);
      const later = new (instance.constructor as new (...given: unknown[]) => {
        alarm(): Promise<void>;
      })(state, testEnv);
      await later.alarm();
      expect((await state.storage.list()).size).toBe(0);
    });
  });

  it("counts nothing while the Worker is told so, as a demo firm is made", async () => {
    const person = await organization.join("member");
    testEnv.REQUESTS_PER_MINUTE = "uncounted";
    const made = await ask(person, 110).finally(() => (testEnv.REQUESTS_PER_MINUTE = "100"));
    expect(made).toEqual({ 200: 110 });
    const first = await person.call("get /auth/me");
    expect(first.headers.get("ratelimit")).toBe('"person";r=99;t=60');
  });

  it("leaves the outer ring alone to limit when the count can't be had", async () => {
    const away = {
      getByName: () => ({ take: () => Promise.reject(new Error("overloaded")) }),
    };
    const env = { ...testEnv, LIMIT_ROOM: away as unknown as typeof testEnv.LIMIT_ROOM };
    expect(await takeRequest(env, "req_1", { of: "person", id: "usr_1" })).toBeNull();
  });
});
