import Anthropic from "@anthropic-ai/sdk";
import type { AnthropicAccount } from "./config.ts";

/** The API asks to wait before the next attempt. */
export type OnWait = (wait: { seconds: number; reason: "limited" | "overloaded" }) => void;

/** Seconds that an answer asks to wait; null where it does not say. */
export function retryAfter(headers: Headers): number | null {
  const text = headers.get("retry-after");
  if (text === null) return null;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds) ? seconds : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(wait) ? Math.max(0, Math.ceil(wait)) : null;
}

/**
 * The client of the API. It repeats 429, 529 and lost connections by itself, after the delay that the answer asks for; a delay longer
 * than the account's is not waited for. `onWait` hears of each wait before it begins.
 */
export function anthropicClient(account: AnthropicAccount, onWait: OnWait): Anthropic {
  let left = account.retries;
  return new Anthropic({
    apiKey: account.apiKey,
    // Nothing of this is read from the environment.
    authToken: null,
    baseURL: account.baseUrl,
    maxRetries: account.retries,
    timeout: account.timeoutMs,
    logLevel: "off",
    fetch: async (url, init) => {
      const answer = await fetch(url, init);
      if (answer.status !== 429 && answer.status !== 529) return answer;
      const seconds = retryAfter(answer.headers);
      const tooLong = seconds !== null && seconds * 1000 > account.longestWaitMs;
      left -= 1;
      if (left >= 0 && !tooLong) {
        onWait({ seconds: seconds ?? 1, reason: answer.status === 429 ? "limited" : "overloaded" });
        return answer;
      }
      const headers = new Headers(answer.headers);
      headers.set("x-should-retry", "false");
      return new Response(answer.body, { status: answer.status, headers });
    },
  });
}
