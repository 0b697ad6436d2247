import { describe, expect, it } from "vitest";
import type { AskConversation, PastCall } from "#domain/asks/history.ts";
import { exchangesOf, pendingOf } from "./restore.ts";
import { finalCall } from "./testing-model.ts";

type Past = AskConversation["questions"][number];

const past = (over: Partial<Past>): Past => ({
  question: "Le CA ?",
  fixed: [],
  at: "2026-11-22T09:00:00.000Z",
  sent: [],
  calls: [],
  said: "",
  unanswered: false,
  used: { tokens: 12, costMicros: 3 },
  ...over,
});
const call = (outcome: PastCall["outcome"], name: string, input: unknown): PastCall => ({
  id: `toolu_${name}`,
  name,
  input,
  outcome,
});
const conversation = (...questions: Past[]): AskConversation => ({
  id: "ask_1",
  workspaceId: "wsp_1",
  title: "CA",
  question: "Le CA ?",
  createdAt: "2026-11-22T09:00:00.000Z",
  updatedAt: "2026-11-22T09:00:00.000Z",
  model: "m",
  questions,
});
const final = (outcome: PastCall["outcome"], sql: string | null = "SELECT 1 AS ca") =>
  call(outcome, "final_answer", finalCall(sql).input);
const back = call("open", "ask_user", { question: "HT ou TTC ?", choices: ["HT", "TTC"] });
const open = call("open", "run_sql", { sql: "SELECT 1", purpose: "voir" });

describe("a conversation that is opened again", () => {
  it("shows its answers, with how many repairs and looks they took", () => {
    const calls = [call("done", "run_sql", {}), final("failed"), final("done")];
    const [one, two] = exchangesOf(conversation(past({ calls }), past({ calls: [final("open")] })));
    expect(one).toMatchObject({ state: "answered", repairs: 1, looks: 1, answer: { unit: "€" } });
    expect(two).toMatchObject({ state: "answered", result: null, used: { tokens: 12 } });
  });

  it("shows that it abstained, and what was said in words alone", () => {
    const [one, two] = exchangesOf(
      conversation(past({ calls: [final("done", null)] }), past({ said: "Je ne sais pas." })),
    );
    expect(one).toMatchObject({ state: "answered", answer: { sql: null, abstained: true } });
    expect(two).toMatchObject({ state: "answered", answer: null, said: "Je ne sais pas." });
  });

  it.each([
    ["asks the person again what the model wants to know", [back], false, "asking", 1],
    ["offers to go on with what the model called", [open], false, "troubled", 1],
    ["offers to go on after a cut", [], true, "troubled", 0],
    [
      "offers to go on after a cut between tools",
      [call("done", "run_sql", {})],
      true,
      "troubled",
      0,
    ],
    ["offers to go on after a statement that failed", [final("failed")], true, "troubled", 0],
  ] as const)("%s", (_what, calls, unanswered, state, pending) => {
    const opened = conversation(past({ calls: [...calls], unanswered }));
    expect(exchangesOf(opened)[0]?.state).toBe(state);
    expect(pendingOf(opened)).toHaveLength(pending);
  });

  it("leaves what was gone past without an answer as it was", () => {
    const opened = conversation(past({ calls: [back] }), past({ calls: [final("open")] }));
    expect(exchangesOf(opened).map(({ state }) => state)).toEqual(["stopped", "answered"]);
  });

  it("takes a call that does not hold to its schema for none", () => {
    const strange = call("done", "final_answer", { sql: 1 });
    expect(exchangesOf(conversation(past({ calls: [strange] })))[0]?.answer).toBeNull();
  });
});
