import { afterEach, expect, test } from "vitest";
import { KEY, serveAnthropic } from "#scripts/fakes/anthropic.ts";
import type { AnthropicAccount } from "#worker/integrations/anthropic/config.ts";
import { fakeAnthropic } from "#worker/integrations/anthropic/testing/fake.ts";
import { makeTurn, type TurnOutcome } from "#worker/integrations/anthropic/turn.ts";
import { TODAY } from "./question.ts";
import { recordWire, replayWire, type Wire } from "./wire.ts";

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

const valueOf = (vars: string, name: string): string =>
  [...vars.matchAll(new RegExp(`${name}="([^"]*)"`, "g"))].at(-1)?.[1] ?? "";

/** One turn by the real client of the API. */
function ask(wire: Pick<Wire, "vars">, question: string): Promise<TurnOutcome> {
  const account: AnthropicAccount = {
    apiKey: valueOf(wire.vars, "ANTHROPIC_API_KEY"),
    baseUrl: valueOf(wire.vars, "ANTHROPIC_BASE_URL"),
    retries: 0,
    longestWaitMs: 0,
    timeoutMs: 5_000,
  };
  const request = {
    model: "m",
    effort: "low",
    maxTokens: 500,
    prefix: ["rules", "tables"],
    tools: [],
    messages: [{ role: "user", content: [{ type: "text", text: question }] }],
  } as const;
  const listener = { say: () => undefined, onWait: () => undefined };
  return makeTurn(
    account,
    { ...request, messages: [...request.messages] as never },
    { ...listener, signal: new AbortController().signal },
  );
}

const said = {
  says: [{ thinking: "Hm." }, { tool: "run_sql", input: { sql: "SELECT 'é\n'", n: [1, null] } }],
};

async function recorded() {
  const fake = fakeAnthropic(KEY, () => said);
  const upstream = await serveAnthropic(fake.answer);
  const wire = await recordWire(valueOf(upstream.vars, "ANTHROPIC_BASE_URL"), KEY, "m");
  open.push(upstream, wire);
  wire.begin("q", []);
  const outcome = await ask(wire, "Today is 2031-01-02 in Europe/Paris; how much?");
  return { fake, outcome, ...(await wire.end()) };
}

test("what a model streams is passed on and kept, asked on the day of the evaluation", async () => {
  const { fake, outcome, turns } = await recorded();
  expect(fake.taken[0]?.text).toContain(`Today is ${TODAY} in Europe/Paris`);
  const { headers } = fake.taken[0] ?? {};
  expect(headers?.["x-api-key"] ?? headers?.["authorization"]).toContain(KEY);
  expect(outcome.end).toBe("tools");
  expect(turns).toMatchObject([{ stop: "tool_use", says: said.says }]);
  expect(turns[0]?.usage?.output_tokens).toBeGreaterThan(0);
});

test("a replay streams the same to the byte, with the tokens that were counted, whatever day it is", async () => {
  const { outcome, turns } = await recorded();
  const wire = await replayWire();
  open.push(wire);
  wire.begin("q", turns);
  const again = await ask(wire, "Today is 2032-05-06 in Europe/Paris; how much?");
  expect(again).toEqual(outcome);
  expect(await wire.end()).toEqual({ turns, differences: [] });
});

test("a replay tells that something else is asked than was recorded, and that it has no turn left", async () => {
  const { turns } = await recorded();
  const wire = await replayWire();
  open.push(wire);
  wire.begin("q", turns);
  await ask(wire, "Something else?");
  await ask(wire, "And more?");
  const { differences } = await wire.end();
  expect(differences).toEqual(["request 1", "asks for turn 2 of 1"]);
});
