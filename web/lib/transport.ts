import { ApiProblem, isPassing, problemFrom } from "./api-problem.ts";

/** One request as the transport sends it. */
export interface Outgoing {
  method: string;
  /** Path and query, without `/api/v1`. */
  path: string;
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Kept over every attempt, so that a lost answer never does the thing twice. */
  idempotencyKey?: string | undefined;
  /** Longer than usual: for answers of many bytes. */
  timeoutMs?: number | undefined;
  /** Goes out although the page is left meanwhile. */
  keepalive?: boolean | undefined;
}

/** What sending needs of the world. */
export interface TransportDeps {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** The bearer token to send, refreshed first when it is about to end; null when nobody is signed in. */
  token(): Promise<string | null>;
  /** The server says that this token is over: returns another, or null. */
  renew(spent: string): Promise<string | null>;
  isOnline(): boolean;
  wait(ms: number): Promise<void>;
  /** The person's requests of this minute are used up: the next may go in so many milliseconds. */
  onLimited?(ms: number): void;
  timeoutMs: number;
}

const PREFIX = "/api/v1";
const ATTEMPTS = 3;
const FIRST_WAIT_MS = 400;
/** So often a request waits until the person may ask again. */
const PATIENCE = 3;

/** What has ended according to a refusal: the token (or its session), the membership, or nothing. */
function endOf(problem: ApiProblem): "token" | "membership" | null {
  if (problem.code === "auth.expired" || problem.code === "auth.required") return "token";
  const out = problem.code === "permission.denied" && problem.params["reason"] === "membership";
  return out ? "membership" : null;
}

/** How long to wait when the person's own requests of the minute are used up; undefined for every other refusal. */
function limitOf(error: unknown): number | undefined {
  const limited = error instanceof ApiProblem && error.code === "request.rate_limited";
  return limited && error.params["of"] === "person" ? error.retryAfter : undefined;
}

/** Sends requests with a token, a deadline, the D1 bookmark, and one repeat after an expired token. */
export function createTransport(deps: TransportDeps) {
  let bookmark: string | null = null;

  async function attempt(outgoing: Outgoing, token: string | null): Promise<Response> {
    if (!deps.isOnline()) throw new ApiProblem("network.offline", 0);
    const deadline = AbortSignal.timeout(outgoing.timeoutMs ?? deps.timeoutMs);
    const signal = outgoing.signal ? AbortSignal.any([outgoing.signal, deadline]) : deadline;
    const headers = new Headers({ accept: "application/json" });
    if (token) headers.set("authorization", `Bearer ${token}`);
    if (bookmark) headers.set("x-d1-bookmark", bookmark);
    if (outgoing.idempotencyKey) headers.set("idempotency-key", outgoing.idempotencyKey);
    if (outgoing.body !== undefined) headers.set("content-type", "application/json");
    const response = await deps
      .fetch(PREFIX + outgoing.path, {
        method: outgoing.method.toUpperCase(),
        headers,
        signal,
        ...(outgoing.keepalive ? { keepalive: true } : {}),
        ...(outgoing.body === undefined ? {} : { body: JSON.stringify(outgoing.body) }),
      })
      .catch((error: unknown) => {
        if (outgoing.signal?.aborted) throw error;
        if (deadline.aborted) throw new ApiProblem("network.timeout", 0);
        throw new ApiProblem(deps.isOnline() ? "network.unreachable" : "network.offline", 0);
      });
    bookmark = response.headers.get("x-d1-bookmark") ?? bookmark;
    if (!response.ok) throw await problemFrom(response);
    return response;
  }

  async function authorized(outgoing: Outgoing): Promise<Response> {
    const token = await deps.token();
    try {
      return await attempt(outgoing, token);
    } catch (error) {
      const end = error instanceof ApiProblem && token ? endOf(error) : null;
      if (!end || !token) throw error;
      const next = await deps.renew(token);
      // Out of the organization, the new token may be for another one: what was meant for this one ends here.
      if (!next || end === "membership") throw error;
      return attempt(outgoing, next);
    }
  }

  return {
    /**
     * Sends a request. Mutations with a key are repeated twice when the network or the server is away; a request that is
     * one too many in its minute waits its time.
     */
    send: async (outgoing: Outgoing): Promise<Response> => {
      const attempts = outgoing.idempotencyKey ? ATTEMPTS : 1;
      let patience = PATIENCE;
      for (let made = 1; ; made += 1) {
        try {
          return await authorized(outgoing);
        } catch (error) {
          const limit = limitOf(error);
          // Refused before anything was done, so that any request may simply go again.
          if (limit !== undefined && patience > 0) {
            patience -= 1;
            made -= 1;
            deps.onLimited?.(limit);
            await deps.wait(limit);
            outgoing.signal?.throwIfAborted();
            continue;
          }
          const passing = isPassing(error) && deps.isOnline() && !outgoing.signal?.aborted;
          if (!passing || made >= attempts) throw error;
          const asked = error instanceof ApiProblem ? error.retryAfter : undefined;
          await deps.wait(asked ?? FIRST_WAIT_MS * 3 ** (made - 1));
        }
      }
    },
    /** Another person or organization: reads of it may not wait for the other one's writes. */
    forget: (): void => {
      bookmark = null;
    },
  };
}
