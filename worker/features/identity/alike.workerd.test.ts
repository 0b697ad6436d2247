import Argon2 from "@phi-ag/argon2";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { askPasskey } from "#domain/factors/api.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { unknown, ways, WAYS, type Way } from "./testing-alike.ts";

// An address that has an account and one that has none can't be told apart, by whatever is asked of them.
let all: Way[];
beforeAll(async () => {
  all = await ways();
});
beforeEach(() => quiet());
afterEach(() => void vi.restoreAllMocks());

const way = (name: string): Way => {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`No way is called ${name}`);
  return found;
};

const OWN = new Set(["x-request-id", "x-d1-bookmark", "ratelimit", "date"]);

/** Everything of an answer but what is each request's own, with the D1 calls, statements and hashes that it took. */
async function seen({ ask }: Way, email: string) {
  const verify = vi.spyOn(Argon2.prototype, "tryVerify").mockClear();
  const hash = vi.spyOn(Argon2.prototype, "hash").mockClear();
  const answer = await ask(email);
  const text = await answer.text();
  return {
    status: answer.status,
    body: text.replaceAll(/"req_\w+"/g, '"req"'),
    headers: [...answer.headers].filter(([name]) => !OWN.has(name)),
    timing: answer.headers.get("server-timing"),
    hashes: [verify.mock.calls.length, hash.mock.calls.length],
  };
}

describe("an address that has an account and one that has none", () => {
  it("are asked of in every way that there is", () => {
    expect(all.map(({ name }) => name)).toEqual(WAYS);
  });

  it.each(WAYS)("get the same answer for the same work: %s", async (name) => {
    const one = way(name);
    const first = await seen(one, unknown());
    expect(first.timing).toMatch(/statements [1-9]/);
    expect(first.status).not.toBe(429);
    for (let time = 0; time < 3; time += 1) {
      const known = await one.known();
      expect(await seen(one, known)).toEqual(first);
      // Asked a second time no mail is written; nor does that show.
      expect(await seen(one, known)).toEqual(first);
      expect(await seen(one, unknown())).toEqual(first);
    }
  });

  it("are not named where a passkey is asked for", () => {
    expect([askPasskey.body, askPasskey.params, askPasskey.query]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
