import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { vi } from "vitest";
import type { AskBody, AskQuestion } from "#domain/asks/model.ts";
import type { AskSource } from "#domain/asks/source.ts";
import { readEvents, type AskEvent } from "#domain/asks/stream.ts";
import { fakeAnthropic, type Script } from "#worker/integrations/anthropic/testing/fake.ts";
import type { Env } from "#worker/platform/env.ts";
import { mountApi } from "#worker/platform/http/mount.ts";
import { ORIGIN, mintOrganization, testEnv, type TestPerson } from "#worker/platform/testing.ts";
import { askRoutes } from "./routes.ts";

const KEY = "sk-ant-test";
const BASE = "https://api.anthropic.test";

/** A table of sales, as a page tells of it. */
const VENTES: AskSource = {
  table: "ventes",
  name: "Ventes 2026.csv",
  origin: "device",
  rows: 1_248,
  columns: [
    {
      name: "agence",
      kind: "text",
      nulls: 0,
      distinct: 4,
      approximate: false,
      min: null,
      max: null,
      top: [
        { value: "Lyon", count: 600 },
        { value: "Grenoble", count: 300 },
      ],
      shapes: [],
    },
    {
      name: "montant",
      kind: "number",
      nulls: 3,
      distinct: 900,
      approximate: false,
      min: -120,
      max: 9_800,
      top: [],
      shapes: [],
    },
  ],
};

/** A question about those sales. */
export const questionOf = (over: Partial<AskQuestion> & { workspaceId: string }): AskQuestion => ({
  kind: "question",
  askId: null,
  question: "Quel est le chiffre d’affaires par agence ?",
  language: "fr",
  timeZone: "Europe/Paris",
  fixed: [],
  sources: [VENTES],
  results: [],
  ...over,
});

/** An organization whose Worker asks the fake, and a workspace in it. */
export async function openAsking(script: Script, vars: Partial<Env> = {}) {
  const organization = await mintOrganization();
  const fake = fakeAnthropic(KEY, script);
  const made = await organization.owner.call("post /workspaces", { title: "Ventes 2026" });
  const { id: workspaceId } = await made.json<{ id: string }>();
  vi.spyOn(globalThis, "fetch").mockImplementation((url, init) =>
    fake.answer(new Request(url, init)),
  );
  const env = { ...testEnv, ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: BASE, ...vars };
  const send = async (person: TestPerson, body: AskBody) => {
    const execution = createExecutionContext();
    const init = {
      method: "POST",
      headers: {
        authorization: `Bearer ${person.token}`,
        "content-type": "application/json",
        origin: ORIGIN,
      },
      body: JSON.stringify(body),
    };
    const answer = await mountApi(askRoutes).request(`${ORIGIN}/ai/query`, init, env, execution);
    return { answer, settled: () => waitOnExecutionContext(execution) };
  };
  /** One turn, to its end: what it told. */
  const ask = async (person: TestPerson, body: AskBody): Promise<AskEvent[]> => {
    const { answer, settled } = await send(person, body);
    if (!answer.ok || answer.body === null)
      throw new Error(`${answer.status} ${await answer.text()}`);
    const events: AskEvent[] = [];
    for await (const event of readEvents(answer.body)) events.push(event);
    await settled();
    return events;
  };
  return { organization, owner: organization.owner, workspaceId, fake, send, ask };
}

/** The one event of a kind. */
export function eventOf<T extends AskEvent["type"]>(
  events: readonly AskEvent[],
  type: T,
): Extract<AskEvent, { type: T }> {
  const found = events.find((event) => event.type === type);
  if (!found) throw new Error(`No ${type} in ${JSON.stringify(events)}`);
  return found as Extract<AskEvent, { type: T }>;
}
