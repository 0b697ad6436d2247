import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventText, type AskEvent } from "#domain/asks/stream.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { askQuestion, askSources } from "./ask-question.ts";
import type { RecordedTurn } from "./recorded-turn.ts";
import { readRecordings, type Conversation } from "./recording.ts";
import { unlike } from "./run-model.ts";
import { scoreExchange } from "./score.ts";
import { SETS } from "./sets.ts";
import { askTable } from "./tables.ts";

const recordings = readRecordings(join(import.meta.dirname, "recordings"));
const byHand = recordings
  .filter(({ by }) => by === "hand")
  .flatMap(({ set, conversations }) => conversations.map((one) => ({ ...one, set })));
const questionOf = ({ question }: Conversation) => {
  const found = SETS.flatMap(({ questions }) => questions).find(({ id }) => id === question);
  if (!found) throw new Error(`No question ${question}`);
  return found;
};

let engine: Engine;
const tables = new Map<string, ReturnType<typeof askSources>>();
beforeAll(async () => {
  engine = await nodeEngine();
  for (const { name, files } of SETS) {
    const own = [];
    for (const file of files) own.push(await askTable(engine, file));
    tables.set(name, askSources(own));
  }
}, 60_000);
afterAll(() => engine.terminate());

/** A turn as the Worker passes it on. */
function eventsOf({ says, stop }: RecordedTurn): AskEvent[] {
  const calls = says.flatMap((one, at): AskEvent[] =>
    "tool" in one ? [{ type: "call", id: `toolu_${at}`, name: one.tool, input: one.input }] : [],
  );
  const end =
    stop === "max_tokens" || stop === "refusal" ? stop : calls.length > 0 ? "tools" : "text";
  return [
    { type: "start", askId: "ask_x", model: "m", sent: [], at: "2026-11-22T09:00:00.000Z" },
    ...(end === "tools" ? calls : []),
    { type: "end", end },
  ];
}

/** Plays a conversation to the page's own loop, without a server: what is left of the turns ends it as the server would. */
async function play(conversation: Conversation & { set: string }) {
  const question = questionOf(conversation);
  const turns = [...conversation.turns];
  const post = () => {
    const next = turns.shift();
    const events = next ? eventsOf(next) : [{ type: "end", end: "repairs" } as const];
    return Promise.resolve(new Blob([events.map(eventText).join("")]).stream());
  };
  const keeper = keepEngine(() => Promise.resolve(engine));
  const server = { workspaceId: "wsp_x", post, stop: () => Promise.resolve() };
  const sources = tables.get(conversation.set) ?? [];
  const { exchange, asked } = await askQuestion(server, keeper, sources, question);
  const score = await scoreExchange(engine, question, exchange, asked);
  return { exchange, held: { score, conversation, differences: [] } };
}

test("recordings say who said them, and by hand there are enough of every kind", () => {
  expect(byHand.length).toBeGreaterThanOrEqual(30);
  expect(new Set(byHand.map(({ set }) => set))).toEqual(new Set(SETS.map(({ name }) => name)));
  for (const { note } of recordings.filter(({ by }) => by === "hand"))
    expect(note).toContain("No model has said this");
  const count = (is: (one: (typeof byHand)[number]) => boolean) => byHand.filter(is).length;
  for (const language of ["fr", "en"])
    expect(count((one) => questionOf(one).language === language)).toBeGreaterThan(15);
  for (const outcome of ["right", "wrong", "abstained", "none"])
    expect(count(({ scored }) => scored.outcome === outcome)).toBeGreaterThan(3);
  expect(count(({ scored }) => scored.inLanguage === false)).toBeGreaterThan(2);
  expect(count(({ scored }) => scored.repairs > 0 && scored.outcome === "right")).toBeGreaterThan(
    3,
  );
  expect(count(({ scored }) => scored.asked > 0)).toBeGreaterThan(2);
});

// The one that the server ends needs the server: npm run eval:ask plays it.
const ENDED_BY_SERVER = "tickets-17";
test.each(byHand.filter(({ question }) => question !== ENDED_BY_SERVER))(
  "$question scores as it is meant to: $shows",
  async (conversation) => {
    const { held } = await play(conversation);
    expect(unlike(held, conversation)).toEqual([]);
  },
);

test("a conversation that is not what it is meant to be is told", async () => {
  const wrong = byHand.find(({ scored }) => scored.outcome === "wrong");
  if (!wrong) throw new Error("None is wrong");
  const { held } = await play(wrong);
  const meant = { ...wrong, scored: { ...wrong.scored, outcome: "right" as const, repairs: 2 } };
  expect(unlike(held, meant)).toEqual(["outcome is wrong, not right", "repairs is 0, not 2"]);
});

test("what the database refuses is a repair, and a kind of chart that does not fit gives way", async () => {
  const pie = byHand.find(({ question }) => question === "depenses-13");
  if (!pie) throw new Error("No chart that does not fit");
  const { exchange } = await play(pie);
  expect(exchange).toMatchObject({
    unfit: { kind: "pie", why: "many-slices" },
    result: { chart: { type: "line" } },
  });
});
