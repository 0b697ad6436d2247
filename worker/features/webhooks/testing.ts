import { vi } from "vitest";
import { Webhook as Verifier } from "standardwebhooks";
import type { Delivery } from "#domain/webhooks/deliveries.ts";
import type { Webhook, WebhookSecret } from "#domain/webhooks/model.ts";
import type { z } from "zod";
import type { TestPerson } from "#worker/platform/testing.ts";

/** A call outside, as it left. */
export interface Call {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Of all calls those to one webhook: objects of other tests go on trying. */
export function callsTo(calls: readonly Call[], { url }: { url: string }): Call[] {
  return calls.filter((call) => call.url === url);
}

/** Stands where the network would be: what was called, and what is answered. Put back with `vi.restoreAllMocks()`. */
export function fakeOutside(answer: (call: Call) => Response | Promise<Response>): Call[] {
  const calls: Call[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const headers = Object.fromEntries(request.headers);
    const call = { url: request.url, headers, body: await request.text() };
    calls.push(call);
    return answer(call);
  });
  return calls;
}

/** The JSON of an answer that must be a good one. */
export async function good<T>(answer: Promise<Response> | Response): Promise<T> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** Makes a webhook. Its address is this machine's and its own, so that calls of other tests are told from its calls. */
export function addWebhook(
  person: TestPerson,
  over: Partial<{ url: string; types: string[]; description: string }> = {},
): Promise<Webhook> {
  const url = `http://127.0.0.1:9/${crypto.randomUUID()}`;
  const input = { url, types: ["client.created"], ...over };
  return good(person.call("post /webhooks", input));
}

/** What signs for a webhook. */
export function secretOf(person: TestPerson, id: string): Promise<z.infer<typeof WebhookSecret>> {
  return good(person.call(`post /webhooks/${id}/secret`));
}

/** The log, as a filter narrows it. */
export async function deliveriesOf(person: TestPerson, query = ""): Promise<Delivery[]> {
  return (await good<{ items: Delivery[] }>(person.call(`get /webhooks/deliveries?${query}`)))
    .items;
}

/** What a call says, if its signature holds: by the library that receivers use. */
export function verified(call: Call, secret: string): Record<string, unknown> {
  return new Verifier(secret).verify(call.body, call.headers) as Record<string, unknown>;
}
