import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "#domain/ids.ts";
import { openAsking, eventOf, questionOf } from "./testing.ts";
import { answers, asks, FAILED, FINAL, looks, RESULT } from "./testing-answers.ts";

afterEach(() => void vi.restoreAllMocks());

const code = async (answer: Response) => (await answer.json<{ code: string }>()).code;
const callId = (events: Parameters<typeof eventOf>[0]) => eventOf(events, "call").id;

describe("a question", () => {
  it("is streamed: what was sent, what the model notes, its answer as it comes, what it used", async () => {
    const { owner, workspaceId, ask } = await openAsking(() => answers());
    const events = await ask(owner, questionOf({ workspaceId }));
    const types = [...new Set(events.map(({ type }) => type))];
    expect(types).toEqual(["start", "thought", "draft", "call", "usage", "end"]);
    const start = eventOf(events, "start");
    expect(start.sent.map(({ kind }) => kind)).toEqual([
      "rules",
      "schema",
      "profiles",
      "glossary",
      "question",
    ]);
    expect(eventOf(events, "call")).toMatchObject({ name: "final_answer", input: FINAL });
    expect(eventOf(events, "end").end).toBe("tools");
    const draft = events.flatMap((one) => (one.type === "draft" ? [one.text] : [])).join("");
    expect(JSON.parse(draft)).toEqual(FINAL);
  });

  it("sends exactly what the page was told, and nothing that this generation refuses", async () => {
    const { owner, workspaceId, ask, fake } = await openAsking(() => answers());
    const start = eventOf(await ask(owner, questionOf({ workspaceId })), "start");
    const body = fake.taken[0]?.body;
    const words = [
      ...(body?.system.map(({ text }) => text) ?? []),
      ...(body?.messages[0]?.content.map(({ text }) => text ?? "") ?? []),
    ];
    expect(start.sent.map(({ text }) => text)).toEqual(words);
    expect(body).toMatchObject({
      model: "claude-sonnet-5-5",
      thinking: { type: "adaptive", display: "summarized" },
      tool_choice: { type: "auto" },
    });
    expect(body?.tools?.map(({ name }) => name)).toEqual([
      "search_values",
      "run_sql",
      "ask_user",
      "final_answer",
    ]);
  });

  it("goes on over tools: the prefix stays the same to the byte and is read from the cache", async () => {
    const { owner, workspaceId, ask, fake } = await openAsking((body) =>
      body.messages.length === 1 ? looks("SELECT count(*) FROM ventes") : answers(),
    );
    const first = await ask(owner, questionOf({ workspaceId }));
    const askId = eventOf(first, "start").askId ?? "";
    const results = [{ callId: callId(first), output: RESULT }];
    const second = await ask(owner, { kind: "results", askId, results });
    expect(eventOf(second, "start").sent).toMatchObject([{ kind: "result" }]);
    const [one, two] = fake.taken.map(({ body }) => body);
    expect(JSON.stringify(two?.system)).toBe(JSON.stringify(one?.system));
    expect(JSON.stringify(two?.messages.slice(0, 1))).toBe(JSON.stringify(one?.messages));
    expect(eventOf(first, "usage").tokens.cacheRead).toBe(0);
    expect(eventOf(second, "usage").tokens.cacheRead).toBeGreaterThan(500);
  });

  it("of another person in the same workspace reads the same prefix from the cache", async () => {
    const { organization, owner, workspaceId, ask } = await openAsking(() => answers());
    const lucas = await organization.join("member");
    await ask(owner, questionOf({ workspaceId }));
    const events = await ask(lucas, questionOf({ workspaceId, question: "Et en volume ?" }));
    expect(eventOf(events, "usage").tokens.cacheRead).toBeGreaterThan(500);
  });

  it("that follows keeps the conversation, and tells tables that changed without touching the prefix", async () => {
    const { owner, workspaceId, ask, fake } = await openAsking(() => answers());
    const asked = questionOf({ workspaceId });
    const first = await ask(owner, asked);
    const askId = eventOf(first, "start").askId;
    const sources = asked.sources.map((source) => ({ ...source, rows: 2_000 }));
    const next = questionOf({ workspaceId, askId, question: "Et par mois ?", sources });
    const second = await ask(owner, next);
    const kinds = eventOf(second, "start").sent.map(({ kind }) => kind);
    expect(kinds).toEqual(["changes", "question"]);
    const [one, two] = fake.taken.map(({ body }) => body);
    expect(two?.system).toEqual(one?.system);
    expect(two?.messages.at(-1)?.content[0]).toMatchObject({
      type: "tool_result",
      content: "The answer was shown to the person.",
    });
  });

  it("leaves a row in the audit log: who asked what", async () => {
    const { organization, owner, workspaceId, ask } = await openAsking(() => answers());
    await ask(owner, questionOf({ workspaceId }));
    const { results } = await organization.db
      .prepare("SELECT action, actor_id, label FROM audit WHERE entity = 'ask'")
      .all();
    expect(results).toMatchObject([
      { action: "ask.asked", actor_id: owner.userId, label: questionOf({ workspaceId }).question },
    ]);
  });
});

describe("repairs", () => {
  it("are three at most; then the person is asked, whatever the model would rather do", async () => {
    const { owner, workspaceId, ask, fake } = await openAsking(() => answers());
    let events = await ask(owner, questionOf({ workspaceId }));
    const askId = eventOf(events, "start").askId ?? "";
    for (let failed = 1; failed <= 3; failed += 1) {
      const results = [{ callId: callId(events), output: FAILED }];
      events = await ask(owner, { kind: "results", askId, results });
      expect(eventOf(events, "end").end).toBe("tools");
    }
    const results = [{ callId: callId(events), output: FAILED }];
    const stubborn = await ask(owner, { kind: "results", askId, results });
    expect(fake.taken.at(-1)?.text).toContain("Three repairs are spent");
    expect(eventOf(stubborn, "end").end).toBe("repairs");
    expect(stubborn.some(({ type }) => type === "call")).toBe(false);
    expect(fake.taken).toHaveLength(5);
  });

  it("end in a question to the person where the model asks it", async () => {
    const { owner, workspaceId, ask } = await openAsking((body) =>
      body.messages.length > 7 ? asks : answers(),
    );
    let events = await ask(owner, questionOf({ workspaceId }));
    const askId = eventOf(events, "start").askId ?? "";
    for (let failed = 1; failed <= 4; failed += 1) {
      const results = [{ callId: callId(events), output: FAILED }];
      events = await ask(owner, { kind: "results", askId, results });
    }
    expect(eventOf(events, "call").name).toBe("ask_user");
  });
});

describe("refused", () => {
  it.each([
    ["results of a call that was never made", "toolu_forged"],
    ["results under a second name", "toolu_1_2"],
  ])("are %s", async (_name, forged) => {
    const { owner, workspaceId, ask, send } = await openAsking(() => looks("SELECT 1"));
    const events = await ask(owner, questionOf({ workspaceId }));
    const askId = eventOf(events, "start").askId ?? "";
    const results = [{ callId: forged, output: RESULT }];
    const { answer } = await send(owner, { kind: "results", askId, results });
    expect([answer.status, await code(answer)]).toEqual([409, "ask.unexpected_results"]);
  });

  it("is a conversation of somebody else, also of the same organization", async () => {
    const { organization, owner, workspaceId, ask, send } = await openAsking(() =>
      looks("SELECT 1"),
    );
    const events = await ask(owner, questionOf({ workspaceId }));
    const askId = eventOf(events, "start").askId ?? "";
    const lucas = await organization.join("member");
    const results = [{ callId: callId(events), output: RESULT }];
    const { answer } = await send(lucas, { kind: "results", askId, results });
    expect([answer.status, await code(answer)]).toEqual([404, "ask.not_found"]);
  });

  it("is a workspace that is not there, before anything is sent", async () => {
    const { owner, send, fake } = await openAsking(() => answers());
    const { answer } = await send(owner, questionOf({ workspaceId: newId("wsp") }));
    expect([answer.status, await code(answer)]).toEqual([404, "workspace.not_found"]);
    expect(fake.taken).toEqual([]);
  });

  it("is everything where there is no key", async () => {
    const { owner, workspaceId, send, fake } = await openAsking(() => answers(), {
      ANTHROPIC_API_KEY: "",
    });
    const { answer } = await send(owner, questionOf({ workspaceId }));
    expect([answer.status, await code(answer)]).toEqual([409, "ask.no_key"]);
    expect(fake.taken).toEqual([]);
  });

  it("is whoever may not ask", async () => {
    const { organization, workspaceId, send } = await openAsking(() => answers());
    const viewer = await organization.join("viewer");
    const { answer } = await send(viewer, questionOf({ workspaceId }));
    expect([answer.status, await code(answer)]).toEqual([403, "permission.denied"]);
  });
});
