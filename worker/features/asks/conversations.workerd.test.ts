import { afterEach, expect, it, vi } from "vitest";
import type { AskEvent } from "#domain/asks/stream.ts";
import { readCall } from "#domain/asks/tools.ts";
import { recorded } from "#worker/integrations/anthropic/testing/conversations.ts";
import { eventOf, openAsking, questionOf } from "./testing.ts";
import { FAILED, RESULT } from "./testing-answers.ts";

afterEach(() => void vi.restoreAllMocks());

const FINAL = "final_answer";

/** What the page would post for a call: the wrong column fails, the person answers, a look finds something. */
function outcomeOf(call: Extract<AskEvent, { type: "call" }>) {
  const read = readCall(call.name, call.input);
  if (read === null) throw new Error(`${call.name} does not hold to its schema`);
  if (read.name === "ask_user") return { kind: "choice" as const, text: "HT" };
  if (read.name === "run_sql") return RESULT;
  const wrong = read.name === FINAL && read.input.sql?.includes("agense");
  return wrong ? FAILED : null;
}

it.each([
  ["one shot", "Quel est le chiffre d’affaires par agence ?", [FINAL]],
  ["one shot", "What is the revenue by branch?", [FINAL]],
  ["one repair", "Quelle agence décroche ?", [FINAL, FINAL]],
  ["one repair", "Which branch is falling behind?", [FINAL, FINAL]],
  [
    "three repairs",
    "Quelle est la marge par agence ?",
    [FINAL, FINAL, FINAL, FINAL, "ask_user", FINAL],
  ],
  [
    "three repairs",
    "What is the margin by branch?",
    [FINAL, FINAL, FINAL, FINAL, "ask_user", FINAL],
  ],
  ["asked at once", "Quels sont mes meilleurs clients ?", ["ask_user", FINAL]],
  ["asked at once", "Who are my best clients?", ["ask_user", FINAL]],
  ["a look", "Combien de ventes à Lyon ?", ["run_sql", FINAL]],
  ["abstaining", "Quel temps fera-t-il demain ?", [FINAL]],
  ["abstaining", "What will the weather be tomorrow?", [FINAL]],
])("%s: %s", async (_name, question, tools) => {
  const { owner, workspaceId, ask } = await openAsking(recorded);
  let events = await ask(owner, questionOf({ workspaceId, question }));
  const askId = eventOf(events, "start").askId ?? "";
  const called: string[] = [];
  for (;;) {
    const call = eventOf(events, "call");
    called.push(call.name);
    const output = outcomeOf(call);
    if (output === null) break;
    events = await ask(owner, { kind: "results", askId, results: [{ callId: call.id, output }] });
  }
  expect(called).toEqual(tools);
  expect(eventOf(events, "end").end).toBe("tools");
});

it.each([
  ["Quel est le chiffre d’affaires par agence ?", "Et par mois ?"],
  ["What is the revenue by branch?", "And by month?"],
])("a next question: %s %s", async (first, next) => {
  const { owner, workspaceId, ask, fake } = await openAsking(recorded);
  const asked = await ask(owner, questionOf({ workspaceId, question: first }));
  const askId = eventOf(asked, "start").askId;
  const results = [{ callId: eventOf(asked, "call").id, output: RESULT }];
  const events = await ask(owner, questionOf({ workspaceId, askId, question: next, results }));
  expect(JSON.stringify(eventOf(events, "call").input)).toContain("date_trunc('month', date)");
  expect(fake.taken[1]?.text).toContain("each of at least 600");
});
