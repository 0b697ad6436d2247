import { describe, expect, it, vi } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { createTokens } from "./access-token.ts";
import { ApiProblem } from "./api-problem.ts";

const START = Date.parse("2026-11-24T09:00:00Z");

function grant(accessToken: string, minutes = 15): SignedIn {
  const role = { id: "rol_1", slug: "owner", name: null };
  return {
    accessToken,
    expiresAt: new Date(START + minutes * 60_000).toISOString(),
    person: { id: "usr_1", name: "Claire", email: "c@x.fr", language: "fr", emailVerified: true },
    organization: { id: "org_1", name: "Atelier" },
    role,
    permissions: [],
    organizations: [],
  };
}

function setUp(refresh: () => Promise<SignedIn>) {
  const clock = { now: START };
  const onGrant = vi.fn<(grant: SignedIn) => void>();
  const onEnd = vi.fn<(problem: ApiProblem) => void>();
  const asked = vi.fn<() => Promise<SignedIn>>(refresh);
  let waiting: Promise<unknown> = Promise.resolve();
  const tokens = createTokens({
    refresh: asked,
    alone: (work) => {
      const turn = waiting.then(work);
      waiting = turn.catch(() => undefined);
      return turn;
    },
    now: () => clock.now,
    onGrant,
    onEnd,
  });
  return { tokens, clock, onGrant, onEnd, asked };
}

describe("createTokens", () => {
  it("has no token before anybody signed in, and asks for none", async () => {
    const { tokens, asked } = setUp(() => Promise.resolve(grant("a")));
    expect(await tokens.token()).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it("trades once for all who wait", async () => {
    const { tokens, asked } = setUp(() => Promise.resolve(grant("a")));
    tokens.expect();
    expect(await Promise.all([tokens.token(), tokens.token(), tokens.renew("old")])).toEqual([
      "a",
      "a",
      "a",
    ]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("trades before the token ends, not earlier", async () => {
    const { tokens, clock, asked } = setUp(() => Promise.resolve(grant("b", 30)));
    tokens.adopt(grant("a"));
    clock.now = START + 14 * 60_000;
    expect(await tokens.token()).toBe("a");
    clock.now = START + 14.6 * 60_000;
    expect(await tokens.token()).toBe("b");
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("keeps a token that is newer than the refused one", async () => {
    const { tokens, asked } = setUp(() => Promise.resolve(grant("c")));
    tokens.adopt(grant("b"));
    expect(await tokens.renew("a")).toBe("b");
    expect(asked).not.toHaveBeenCalled();
  });

  it.each(["auth.required", "auth.refresh_reused", "permission.denied"] as const)(
    "ends the session on %s",
    async (code) => {
      const { tokens, onEnd } = setUp(() => Promise.reject(new ApiProblem(code, 401)));
      tokens.expect();
      expect(await tokens.token()).toBeNull();
      expect(onEnd.mock.calls).toEqual([[expect.objectContaining({ code })]]);
      expect(await tokens.token()).toBeNull();
    },
  );

  it("keeps the session when only the network is away, and asks again", async () => {
    const replies = [Promise.reject(new ApiProblem("network.offline", 0)), grant("a")];
    const { tokens, onEnd } = setUp(async () => (await replies.shift()) as SignedIn);
    tokens.expect();
    await expect(tokens.token()).rejects.toThrow("network.offline");
    expect(onEnd).not.toHaveBeenCalled();
    expect(await tokens.token()).toBe("a");
  });

  it("drops the answer of a refresh that somebody's sign-out overtook", async () => {
    const answer = Promise.withResolvers<SignedIn>();
    const { tokens, onGrant, asked } = setUp(() => answer.promise);
    tokens.expect();
    const late = tokens.token();
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    tokens.clear();
    answer.resolve(grant("ghost"));
    expect(await late).toBeNull();
    expect(onGrant).not.toHaveBeenCalled();
    expect(await tokens.token()).toBeNull();
  });
});
