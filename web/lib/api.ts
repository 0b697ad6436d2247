import type { Api } from "#domain/api.ts";
import type { z } from "zod";
import { ApiProblem } from "./api-problem.ts";
import { noteLimit } from "./limited.ts";
import { withFreshProof } from "./ask-again.ts";
import { isOnline } from "./online.ts";
import { saveState } from "./save-state.ts";
import { session } from "./session.ts";
import { createTransport, type Outgoing } from "./transport.ts";

/** The name of a route: method and path, such as `"patch /clients/{id}"`. */
export type ApiName = keyof Api;

type InputOf<S> = NonNullable<S> extends z.ZodType ? z.input<NonNullable<S>> : never;

type Part<R, K extends "params" | "query" | "body"> = K extends keyof R
  ? [NonNullable<R[K]>] extends [never]
    ? object
    : object extends InputOf<R[K]>
      ? { [P in K]?: InputOf<R[K]> }
      : { [P in K]: InputOf<R[K]> }
  : object;

/** Input of a route: what its definition asks for, and how to send it. */
export type ApiInput<N extends ApiName> = Part<Api[N], "params"> &
  Part<Api[N], "query"> &
  Part<Api[N], "body"> & {
    signal?: AbortSignal;
    /** Give one to repeat the same change later, such as after a reload; made anew otherwise. */
    idempotencyKey?: string;
    /** Leaves the save state of the top bar alone: sign-in, tickets, what nobody would call saving. */
    quiet?: boolean;
    /** Goes out although the page is left meanwhile: for few bytes. */
    keepalive?: boolean;
  };

/** Answer of a route. */
export type ApiAnswer<N extends ApiName> = z.output<Api[N]["output"]>;

type Rest<I> = object extends I ? [input?: I] : [input: I];

type Plain = string | number | boolean | null | undefined;

interface LooseInput {
  params?: Readonly<Record<string, Plain>>;
  query?: Readonly<Record<string, Plain>>;
  body?: unknown;
  signal?: AbortSignal;
  idempotencyKey?: string;
  quiet?: boolean;
  keepalive?: boolean;
}

/** Fills `{id}` and appends the query; undefined and null are left out. */
export function addressOf(path: string, input: LooseInput): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(String(input.params?.[name] ?? "")),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${filled}?${text}` : filled;
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/json") ? response.json() : response.text();
}

/** Makes the typed client over a transport. */
export function createApi(send: (outgoing: Outgoing) => Promise<Response>) {
  /**
   * Calls a route: `await api("patch /clients/{id}", { params: { id }, body })`.
   * Errors: `ApiProblem` with the code of the catalogue or of the network.
   */
  return function api<N extends ApiName>(
    name: N,
    ...rest: Rest<ApiInput<N>>
  ): Promise<ApiAnswer<N>> {
    const input = (rest[0] ?? {}) as LooseInput;
    const [method = "get", path = "/"] = name.split(" ");
    const work = send({
      method,
      path: addressOf(path, input),
      body: input.body,
      signal: input.signal,
      keepalive: input.keepalive,
      idempotencyKey: method === "get" ? undefined : (input.idempotencyKey ?? crypto.randomUUID()),
    }).then(read) as Promise<ApiAnswer<N>>;
    return method === "get" || input.quiet ? work : saveState.track(work);
  };
}

const transport = createTransport({
  fetch: (url, init) => fetch(url, init),
  token: session.tokens.token,
  renew: session.tokens.renew,
  isOnline,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  timeoutMs: 10_000,
  onLimited: noteLimit,
});

/** The typed client of this page. */
export const api = createApi((outgoing) => withFreshProof(() => transport.send(outgoing)));

const DOWNLOAD_MS = 120_000;

/** The bytes of a file, by its path without `/api/v1`. Errors: as `api`. */
export async function download(path: string, signal?: AbortSignal): Promise<Blob> {
  const answer = await transport.send({ method: "get", path, signal, timeoutMs: DOWNLOAD_MS });
  return answer.blob();
}

const STREAM_MS = 300_000;

/** The body of an answer as it comes, by its path without `/api/v1`. Sent once: what has begun is not repeated. Errors: as `api`. */
export async function openStream(
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const answer = await transport.send({ method: "post", path, body, signal, timeoutMs: STREAM_MS });
  if (answer.body === null) throw new ApiProblem("network.unreachable", 0);
  return answer.body;
}

/** Forgets the read position of the last database: at sign-out and when the organization changes. */
export const forgetBookmark = transport.forget;
