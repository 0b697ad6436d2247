import type { Env } from "#worker/platform/env.ts";
import { findTarget } from "./find-target.ts";
import { OutboundError } from "./outbound-error.ts";

/** How long a call may take from the first look-up to the last byte read, milliseconds. */
const TIMEOUT_MS = 10_000;
/** Bytes of an answer that are read; the rest is left. */
const READ_BYTES = 64 * 1024;

/** What came back. `text` is the beginning of the body, with what is not UTF-8 replaced. */
export interface OutsideAnswer {
  status: number;
  headers: Headers;
  text: string;
}

async function beginning(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk = part.value.subarray(0, READ_BYTES - bytes);
    bytes += chunk.length;
    text += decoder.decode(chunk, { stream: true });
    if (bytes >= READ_BYTES) break;
  }
  // What is left unread would hold the connection.
  await reader.cancel().catch(() => undefined);
  return text;
}

/**
 * Posts to an address that somebody typed: only where `findTarget` lets it, no redirect followed, ten seconds, 64 KiB read.
 * Between the check and the call a name could come to mean another address; Cloudflare's network then still reaches no
 * private one (docs/decisions/0016-webhooks.md). Errors: `OutboundError`.
 */
export async function postOutside(
  env: Pick<Env, "ENVIRONMENT" | "DNS_RESOLVER" | "OUTBOUND_LOOPBACK">,
  request: { url: string; headers: Record<string, string>; body: string },
): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const { url } = await findTarget(env, request.url, signal);
    const answer = await fetch(url, {
      method: "POST",
      headers: request.headers,
      body: request.body,
      redirect: "manual",
      signal,
    });
    return { status: answer.status, headers: answer.headers, text: await beginning(answer) };
  } catch (error) {
    if (signal.aborted) throw new OutboundError("timeout");
    throw error instanceof OutboundError ? error : new OutboundError("network");
  }
}
