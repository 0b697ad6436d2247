import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EventTypes } from "#domain/events.ts";
import { audit } from "#domain/i18n/fr/audit.ts";
import { webhooks } from "#domain/i18n/fr/webhooks.ts";
import { EVERY_TYPE, WEBHOOK_EVENTS, WEBHOOK_TYPES, keysOf } from "./catalogue.ts";
import { webhookEvent } from "./events.ts";
import { WebhookInput } from "./model.ts";

const DOMAIN = join(import.meta.dirname, "..");

/** Every maker of events that a feature declares. */
async function declared(): Promise<EventTypes[]> {
  const files = globSync("*/events.ts", { cwd: DOMAIN });
  const modules = await Promise.all(
    files.map(async (file) => (await import(join(DOMAIN, file))) as Record<string, unknown>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is EventTypes => typeof value === "function" && "types" in value);
}

/** Told by nobody but the product itself: what webhooks are is not sent to webhooks. */
const NOT_SENT: readonly EventTypes[] = [webhookEvent];

const input = (types: string[]) =>
  WebhookInput.safeParse({ url: "https://hooks.example.com/", types }).data?.types;

describe("event types of webhooks", () => {
  it("are all that features declare", async () => {
    const all = await declared();
    expect(all.length).toBeGreaterThan(8);
    const sent = all.filter((maker) => !NOT_SENT.includes(maker)).flatMap(({ types }) => types);
    expect(sent.filter((type) => !WEBHOOK_TYPES.includes(type))).toEqual([]);
  });

  it("have words, each", () => {
    const words: Readonly<Record<string, string>> = { ...audit.actions, ...webhooks.types };
    const entities: Readonly<Record<string, string>> = audit.entities;
    expect(WEBHOOK_TYPES.filter((type) => !words[type])).toEqual([]);
    expect(WEBHOOK_EVENTS.filter(({ entity }) => !entities[entity])).toEqual([]);
  });

  it("ask for their read keys, each once", () => {
    expect(keysOf(["client.created", "client.deleted"])).toEqual(["clients.read"]);
    expect(keysOf(["board.created", "member.joined"])).toEqual(["boards.read", "identity.read"]);
    expect(new Set(keysOf([EVERY_TYPE]))).toEqual(
      new Set(WEBHOOK_EVENTS.map(({ permission }) => permission)),
    );
    expect(keysOf(["nothing.known"])).toEqual([]);
  });

  it("are chosen once each, and all of them stand alone", () => {
    expect(input(["client.created", "client.created"])).toEqual(["client.created"]);
    expect(input(["client.created", "*"])).toEqual(["*"]);
    for (const wrong of [[], ["client.unknown"], ["webhook.created"], ["webhook.test"]]) {
      expect(input(wrong)).toBeUndefined();
    }
  });
});
