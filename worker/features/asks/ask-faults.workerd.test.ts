import { afterEach, describe, expect, it, vi } from "vitest";
import type { AskUsage } from "#domain/asks/model.ts";
import { openAsking, eventOf, questionOf } from "./testing.ts";
import { answers } from "./testing-answers.ts";

afterEach(() => void vi.restoreAllMocks());

const usageOf = async (person: { call(request: string): Promise<Response> }) =>
  (await person.call("get /ai/usage")).json<AskUsage>();

describe("when the API refuses", () => {
  it.each([
    [400, "invalid_request_error", "request"],
    [401, "authentication_error", "key"],
    [404, "not_found_error", "model"],
    [500, "api_error", "server"],
  ])("%i is told by its kind, and nothing is counted", async (status, type, fault) => {
    const { owner, workspaceId, ask, fake } = await openAsking(() => answers(), {
      AI_RETRIES: "0",
    });
    fake.fail({ status, type });
    const events = await ask(owner, questionOf({ workspaceId }));
    expect(eventOf(events, "fault")).toMatchObject({ fault });
    expect((await usageOf(owner)).person).toMatchObject({ questions: 1, tokens: 0, costMicros: 0 });
  });

  it.each([
    [429, "rate_limit_error", "limited"],
    [529, "overloaded_error", "overloaded"],
  ])("%i is waited for as long as it asks, which the page hears", async (status, type, reason) => {
    const { owner, workspaceId, ask, fake } = await openAsking(() => answers());
    fake.fail({ status, type, retryAfter: "1" });
    const started = performance.now();
    const events = await ask(owner, questionOf({ workspaceId }));
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(eventOf(events, "waiting")).toEqual({ type: "waiting", seconds: 1, reason });
    expect(eventOf(events, "end").end).toBe("tools");
    expect(fake.taken).toHaveLength(2);
  });

  it("a longer wait is told instead of waited for", async () => {
    const { owner, workspaceId, ask, fake } = await openAsking(() => answers());
    fake.fail({ status: 429, type: "rate_limit_error", retryAfter: "600" });
    const events = await ask(owner, questionOf({ workspaceId }));
    expect(eventOf(events, "fault")).toMatchObject({ fault: "limited", seconds: 600 });
    expect(fake.taken).toHaveLength(1);
  });

  it.each([
    ["refusal", "refusal"],
    ["max_tokens", "max_tokens"],
    ["model_context_window_exceeded", "context"],
  ] as const)("a stop by %s is told, and the next turn begins before it", async (stop, end) => {
    let turn = 0;
    const { owner, workspaceId, ask, fake } = await openAsking(() => {
      turn += 1;
      return turn === 1 ? { says: [{ text: "Je" }], stop } : answers();
    });
    const events = await ask(owner, questionOf({ workspaceId }));
    expect(eventOf(events, "end").end).toBe(end);
    const askId = eventOf(events, "start").askId ?? "";
    const again = await ask(owner, { kind: "continue", askId });
    expect(eventOf(again, "end").end).toBe("tools");
    expect(fake.taken[1]?.body.messages.map(({ role }) => role)).toEqual(["user", "user"]);
  });
});

describe("a stream that breaks", () => {
  it("can be continued; what it used until then counts", async () => {
    let turn = 0;
    const { owner, workspaceId, ask } = await openAsking(() => {
      turn += 1;
      return turn === 1 ? { ...answers(), cutAfter: 12 } : answers();
    });
    const events = await ask(owner, questionOf({ workspaceId }));
    expect(eventOf(events, "end").end).toBe("cut");
    const used = eventOf(events, "usage");
    expect(used.tokens.input + used.tokens.cacheWrite).toBeGreaterThan(500);
    expect(used.tokens.output).toBeGreaterThan(0);
    const askId = eventOf(events, "start").askId ?? "";
    expect(eventOf(await ask(owner, { kind: "continue", askId }), "end").end).toBe("tools");
  });

  it("because the page went away ends the call, and counts", async () => {
    const { owner, workspaceId, send } = await openAsking(() => ({ ...answers(), pace: 40 }));
    const { answer, settled } = await send(owner, questionOf({ workspaceId }));
    const reader = answer.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await reader?.cancel();
    await settled();
    const { person } = await usageOf(owner);
    expect(person.tokens).toBeGreaterThan(500);
    expect(person.tokens).toBeLessThan(3_000);
  });
});

describe("budgets", () => {
  it("refuse before the call, with whose it is and when it renews", async () => {
    const { owner, workspaceId, send, fake } = await openAsking(() => answers(), {
      AI_TOKENS_PERSON: "100",
    });
    const { answer } = await send(owner, questionOf({ workspaceId }));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      code: "ask.budget_spent",
      params: { of: "person", limit: 100, renews: expect.stringMatching(/^\d{4}-\d{2}-01$/) },
    });
    expect(fake.taken).toEqual([]);
  });

  it("of the organization hold for everybody together", async () => {
    const { organization, owner, workspaceId, ask, send } = await openAsking(() => answers(), {
      AI_TOKENS_ORGANIZATION: "11000",
    });
    await ask(owner, questionOf({ workspaceId }));
    const lucas = await organization.join("member");
    const { answer } = await send(lucas, questionOf({ workspaceId }));
    expect(await answer.json()).toMatchObject({ params: { of: "organization" } });
  });

  it("tell what was used, by person for those who read the audit log", async () => {
    const { organization, owner, workspaceId, ask } = await openAsking(() => answers());
    const lucas = await organization.join("member");
    const used = eventOf(await ask(lucas, questionOf({ workspaceId })), "usage");
    expect(used.person.used).toBe(used.counted);
    const seen = await usageOf(owner);
    expect(seen.people).toEqual([
      { userId: lucas.userId, questions: 1, tokens: used.counted, costMicros: used.costMicros },
    ]);
    expect(used.costMicros).toBeGreaterThan(0);
    const own = await usageOf(lucas);
    expect(own).toMatchObject({ people: null, person: { tokens: used.counted } });
  });
});

describe("an explanation", () => {
  it("sends the query alone to the smaller model", async () => {
    const { owner, workspaceId, ask, fake } = await openAsking(() => ({
      says: [{ text: "Cette requête additionne les montants." }],
    }));
    const sql = "SELECT sum(montant) FROM ventes";
    const events = await ask(owner, { kind: "explain", workspaceId, sql, language: "fr" });
    const text = events.flatMap((one) => (one.type === "text" ? [one.text] : [])).join("");
    expect(text).toBe("Cette requête additionne les montants.");
    expect(fake.taken[0]?.body).toMatchObject({ model: "claude-haiku-5-5" });
    expect(fake.taken[0]?.text).not.toContain("Lyon");
  });
});
