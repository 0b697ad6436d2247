import { createRoot } from "solid-js";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AskConversation } from "#domain/asks/history.ts";
import type { AskBody } from "#domain/asks/model.ts";
import { eventText, type AskEvent } from "#domain/asks/stream.ts";
import { EngineLost, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { createAsk, type Ask } from "./create-ask.ts";
import { finalCall } from "./testing-model.ts";

let dispose = () => undefined as void;
afterEach(() => dispose());

const START: AskEvent = {
  type: "start",
  askId: "ask_1",
  model: "m",
  sent: [],
  at: "2026-11-22T09:00:00.000Z",
};
const call = (name: string, input: unknown): AskEvent[] => [
  START,
  { type: "call", id: "toolu_1", name, input },
  { type: "end", end: "tools" },
];
const abstains = call("final_answer", finalCall(null, "Les coûts manquent.").input);

/** One turn: its events, then the end of the body, a network that is lost, or nothing more. */
interface Turn {
  events: AskEvent[];
  after?: "lost" | "hangs";
}

/** A conversation whose turns come as they are told; a turn that is an error is refused before it begins. */
function talk(turns: (Turn | Error)[]) {
  const posted: AskBody[] = [];
  const begun = vi.fn<(id: string) => void>();
  const post = (body: AskBody, signal: AbortSignal) => {
    const turn = turns[posted.length];
    posted.push(body);
    if (turn instanceof Error) return Promise.reject(turn);
    return Promise.resolve(
      new ReadableStream<Uint8Array>({
        start(controller) {
          const bytes = new TextEncoder().encode((turn?.events ?? []).map(eventText).join(""));
          controller.enqueue(bytes);
          if (turn?.after === "hangs")
            signal.addEventListener("abort", () => controller.error(signal.reason));
          else if (turn?.after === "lost")
            setTimeout(() => controller.error(new ApiProblem("network.unreachable", 0)), 0);
          else controller.close();
        },
      }),
    );
  };
  const keeper: EngineKeeper = {
    use: () => Promise.reject(new EngineLost("Out of Memory Error")),
  } as never;
  const ask = createRoot((end): Ask => {
    dispose = end;
    return createAsk({
      workspaceId: () => "wsp_1",
      language: () => "fr",
      sources: () => [],
      keeper: () => keeper,
      post,
      begun,
    });
  });
  return { ask, posted, begun };
}

describe("a question that meets trouble", () => {
  it("is stopped by the person: what has come stays, and what comes later changes nothing", async () => {
    const said: AskEvent = { type: "draft", text: '{"answer":"Lyon est' };
    const { ask } = talk([{ events: [START, said], after: "hangs" }]);
    const work = ask.ask("Le CA ?");
    await vi.waitFor(() => expect(ask.exchanges[0]?.draft).toBe("Lyon est"));
    ask.stop();
    await work;
    expect(ask.exchanges[0]).toMatchObject({ state: "stopped", draft: "Lyon est", trouble: null });
  });

  it("shows the delay that an overloaded service asks for, then the answer", async () => {
    const waits: AskEvent = { type: "waiting", seconds: 7, reason: "overloaded" };
    const { ask } = talk([{ events: [START, waits], after: "hangs" }, { events: abstains }]);
    void ask.ask("Le CA ?");
    await vi.waitFor(() => expect(ask.exchanges[0]?.waiting?.seconds).toBe(7));
    ask.stop();
    expect(ask.exchanges[0]?.waiting).toBeNull();
    await ask.ask("Le CA ?");
    expect(ask.exchanges[1]).toMatchObject({ state: "answered", answer: { abstained: true } });
  });

  it("keeps what has come when the network is lost in the middle, and can be asked again", async () => {
    const said: AskEvent = { type: "text", text: "Je regarde" };
    const { ask, posted } = talk([{ events: [START, said], after: "lost" }, { events: abstains }]);
    await ask.ask("Le CA ?");
    expect(ask.exchanges[0]).toMatchObject({
      state: "troubled",
      said: "Je regarde",
      trouble: { kind: "problem", error: { code: "network.unreachable" } },
    });
    await ask.again(0);
    expect(posted[1]).toMatchObject({ kind: "question", question: "Le CA ?", askId: "ask_1" });
    expect(ask.exchanges[1]?.state).toBe("answered");
  });

  it("goes on in the same conversation after a turn that was cut or grew too long", async () => {
    const long: AskEvent[] = [START, { type: "end", end: "max_tokens" }];
    const { ask, posted } = talk([{ events: long }, { events: [START] }, { events: abstains }]);
    await ask.ask("Le CA ?");
    expect(ask.exchanges[0]?.trouble).toEqual({ kind: "end", end: "max_tokens" });
    await ask.again(0);
    expect(ask.exchanges[0]?.trouble).toEqual({ kind: "end", end: "cut" });
    await ask.again(0);
    expect(posted.slice(1)).toEqual([
      { kind: "continue", askId: "ask_1" },
      { kind: "continue", askId: "ask_1" },
    ]);
    expect(ask.exchanges).toHaveLength(1);
    expect(ask.exchanges[0]?.state).toBe("answered");
  });

  it.each([
    ["a refusal", { type: "end", end: "refusal" }, { kind: "end", end: "refusal" }],
    [
      "a service that stays overloaded",
      { type: "fault", fault: "overloaded", seconds: 30 },
      { kind: "fault", fault: "overloaded", seconds: 30 },
    ],
  ] as const)("tells %s", async (_what, event, trouble) => {
    const { ask } = talk([{ events: [START, event] }]);
    await ask.ask("Le CA ?");
    expect(ask.exchanges[0]).toMatchObject({ state: "troubled", trouble });
  });

  it("tells a budget that is spent, and an engine that is gone", async () => {
    const spent = new ApiProblem("ask.budget_spent", 409, { of: "person", renews: "2026-12-01" });
    const looks = call("run_sql", { sql: "SELECT 1", purpose: "voir" });
    const { ask } = talk([spent, { events: looks }]);
    await ask.ask("Le CA ?");
    expect(ask.exchanges[0]?.trouble).toMatchObject({ kind: "problem", error: spent });
    await ask.ask("Le CA ?");
    expect(ask.exchanges[1]?.trouble).toMatchObject({ kind: "engine" });
  });
});

const conversation = (over: Partial<AskConversation["questions"][number]>): AskConversation => ({
  id: "ask_1",
  workspaceId: "wsp_1",
  title: "CA",
  question: "Le CA ?",
  createdAt: "2026-11-22T09:00:00.000Z",
  updatedAt: "2026-11-22T09:00:00.000Z",
  model: "m",
  questions: [
    {
      question: "Le CA ?",
      fixed: [],
      at: "2026-11-22T09:00:00.000Z",
      sent: [],
      calls: [],
      said: "",
      unanswered: false,
      used: { tokens: 0, costMicros: 0 },
      ...over,
    },
  ],
});

describe("a conversation that is opened again", () => {
  const back = {
    id: "toolu_9",
    name: "ask_user",
    input: { question: "HT ou TTC ?", choices: ["HT", "TTC"] },
    outcome: "open" as const,
  };

  it.each(["before", "after"])("takes the person's answer %s its data are read", async (when) => {
    const { ask, posted, begun } = talk([{ events: abstains }]);
    ask.open(conversation({ calls: [back] }));
    expect(ask.exchanges[0]).toMatchObject({
      state: "asking",
      asking: { question: "HT ou TTC ?" },
    });
    if (when === "before") ask.choose("HT");
    await ask.draw();
    if (when === "after") ask.choose("HT");
    await vi.waitFor(() => expect(ask.exchanges[0]?.state).toBe("answered"));
    const results = [{ callId: "toolu_9", output: { kind: "choice", text: "HT" } }];
    expect(posted).toEqual([{ kind: "results", askId: "ask_1", results }]);
    expect(begun).toHaveBeenCalledWith("ask_1");
  });

  it("goes on after a cut only when it is told to, in the same conversation", async () => {
    const { ask, posted } = talk([{ events: abstains }]);
    ask.open(conversation({ unanswered: true }));
    await ask.draw();
    expect(posted).toEqual([]);
    expect(ask.exchanges[0]?.trouble).toEqual({ kind: "end", end: "cut" });
    await ask.again(0);
    expect(posted).toEqual([{ kind: "continue", askId: "ask_1" }]);
  });

  it("asks the next question in the same conversation", async () => {
    const { ask, posted } = talk([{ events: abstains }]);
    const final = { ...finalCall(null), id: "toolu_9", outcome: "open" as const };
    ask.open(conversation({ calls: [final] }));
    await ask.ask("Et par mois ?");
    expect(posted).toMatchObject([{ kind: "question", askId: "ask_1", question: "Et par mois ?" }]);
    expect(ask.exchanges).toHaveLength(2);
  });
});
