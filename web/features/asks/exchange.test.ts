import { expect, it } from "vitest";
import { newExchange, wordsOf, type Exchange } from "./exchange.ts";

const HOLED = "**{{1.agence}}** mène avec {{1.ca}} €";
const of = (changes: Partial<Exchange>): Exchange => ({
  ...newExchange("Le CA ?", []),
  ...changes,
});
const CUT = { kind: "end", end: "repairs" } as const;
const answer = { answer: HOLED } as Exchange["answer"];

it.each<[string, Partial<Exchange>, string | undefined]>([
  ["a draft that comes", { draft: HOLED }, HOLED],
  [
    "a draft whose figures will never come",
    { draft: HOLED, state: "troubled", trouble: CUT },
    undefined,
  ],
  ["a draft that was stopped", { draft: HOLED, state: "stopped" }, undefined],
  ["a draft without figures that was stopped", { draft: "Lyon est", state: "stopped" }, "Lyon est"],
  ["an answer that is computed again", { answer, state: "answered" }, HOLED],
  ["an answer whose query fails now", { answer, state: "answered", trouble: CUT }, undefined],
  ["an answer in words alone", { said: "Bonjour", state: "answered" }, "Bonjour"],
])("%s", (_what, changes, text) => {
  expect(wordsOf(of(changes))?.text).toBe(text);
});
