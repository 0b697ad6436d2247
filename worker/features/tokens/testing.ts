import type { NewToken, TokenInput } from "#domain/tokens/model.ts";
import type { TestPerson } from "#worker/platform/testing.ts";
import { callWorker } from "#worker/platform/testing.ts";

type Caller = Pick<TestPerson, "call">;

/** An instant so many days from now, UTC. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** What a new token is made of, unless told. */
export const words = (over: Partial<TokenInput> = {}): TokenInput => {
  return { name: "Export", permissions: ["clients.read"], expiresAt: inDays(30), ...over };
};

/** Makes a token for the person who asks. */
export function makeToken(person: Caller, over: Partial<TokenInput> = {}): Promise<NewToken> {
  return answered(person.call("post /tokens", words(over)));
}

/** The body of an answer that must be a success. */
export async function answered<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? (undefined as T) : answer.json<T>();
}

/** Calls the running Worker with a token, as a program does. */
export function using(token: string) {
  return (request: string, body?: unknown, headers: Record<string, string> = {}) =>
    callWorker(request, body, { authorization: `Bearer ${token}`, ...headers });
}
