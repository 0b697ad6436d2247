import { exports } from "cloudflare:workers";
import { ORIGIN } from "#worker/platform/testing.ts";
import type { HostileRequest } from "./testing-requests.ts";

const main = (exports as unknown as { default: Fetcher }).default;

/** What came back. */
export interface HostileAnswer {
  status: number;
  type: string;
  text: string;
  /** The code of a problem, if it is one. */
  code: string | null;
}

/** An address of its own for each request, so that what counts by address never hides what is behind it. */
function address(): string {
  const [a, b, c] = crypto.getRandomValues(new Uint16Array(3));
  return `2001:db8:${a?.toString(16)}:${b?.toString(16)}::${c?.toString(16)}`;
}

function inPieces(body: Uint8Array): ReadableStream<Uint8Array> {
  const size = Math.max(1, Math.ceil(body.length / 6));
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 4));
      if (at < body.length) controller.enqueue(body.slice(at, at + size));
      else controller.close();
      at += size;
    },
  });
}

/** Sends a request of the fuzz to the running Worker. */
export async function sendHostile(
  method: string,
  request: HostileRequest,
  token: string | null,
): Promise<HostileAnswer> {
  const { body, slow } = request;
  const response = await main.fetch(`${ORIGIN}/api/v1${request.path}`, {
    method: method.toUpperCase(),
    headers: {
      origin: ORIGIN,
      "cf-connecting-ip": address(),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...request.headers,
    },
    body: body && slow ? inPieces(body) : body,
    redirect: "manual",
  });
  const text = await response.text();
  const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const code = type === "application/problem+json" ? codeIn(text) : null;
  return { status: response.status, type, text, code };
}

function codeIn(text: string): string | null {
  const body: unknown = JSON.parse(text);
  return typeof body === "object" && body !== null && "code" in body ? String(body.code) : null;
}

const cut = (one: string) => (one.length > 400 ? `${one.slice(0, 400)}… (${one.length})` : one);

/** A request in words, for whoever reads a failure. */
export function tellHostile(request: HostileRequest): string {
  const { caller, path, headers, body, slow } = request;
  const text = body === null ? "no body" : new TextDecoder().decode(body);
  return (
    cut(path) +
    `\n  as ${caller}, ${cut(JSON.stringify(headers))}${slow ? ", slowly" : ""}\n  ${cut(text)}`
  );
}
