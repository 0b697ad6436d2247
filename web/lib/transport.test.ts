import { describe, expect, it, vi } from "vitest";
import { ApiProblem } from "./api-problem.ts";
import { createTransport, type TransportDeps } from "./transport.ts";

type Reply = Response | Error;

/** A transport whose server gives these replies in turn; `sent` are the requests it got. */
function setUp(replies: Reply[], changes: Partial<TransportDeps> = {}) {
  const sent: { url: string; init: RequestInit; headers: Headers }[] = [];
  const waits: number[] = [];
  const transport = createTransport({
    fetch: (url, init) => {
      sent.push({ url, init, headers: new Headers(init.headers) });
      const reply = replies.shift();
      if (!reply) return new Promise(() => undefined);
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
    },
    token: () => Promise.resolve("first"),
    renew: () => Promise.resolve("second"),
    isOnline: () => true,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    timeoutMs: 1_000,
    ...changes,
  });
  return { sent, waits, transport };
}

const ok = (headers: Record<string, string> = {}) => new Response("{}", { status: 200, headers });
const refused = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ code, params: { id: 1 }, requestId: "req_1" }, { status, headers });

/** The refusal of what is one too many: for a person's minute, or for attempts. */
const limited = (of?: string) =>
  Response.json(
    { code: "request.rate_limited", params: { seconds: 7, of } },
    { status: 429, headers: { "retry-after": "7" } },
  );

describe("createTransport", () => {
  it("sends the token, the body as JSON and the key", async () => {
    const { sent, transport } = setUp([ok()]);
    await transport.send({
      method: "post",
      path: "/x",
      body: { a: 1 },
      idempotencyKey: "key-12345",
    });
    expect(sent[0]?.url).toBe("/api/v1/x");
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: '{"a":1}' });
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer first");
    expect(sent[0]?.headers.get("content-type")).toBe("application/json");
    expect(sent[0]?.headers.get("idempotency-key")).toBe("key-12345");
  });

  it("carries the last bookmark until it is told to forget", async () => {
    const { sent, transport } = setUp([ok({ "x-d1-bookmark": "b1" }), ok(), ok()]);
    for (let i = 0; i < 3; i += 1) {
      if (i === 2) transport.forget();
      await transport.send({ method: "get", path: "/x" });
    }
    expect(sent.map(({ headers }) => headers.get("x-d1-bookmark"))).toEqual([null, "b1", null]);
  });

  it("waits its time when the person has asked too often, then goes on", async () => {
    const told: number[] = [];
    const onLimited = (ms: number) => told.push(ms);
    const { waits, sent, transport } = setUp([limited("person"), limited("person"), ok()], {
      onLimited,
    });
    expect((await transport.send({ method: "patch", path: "/x", body: {} })).status).toBe(200);
    expect([waits, told, sent.length]).toEqual([[7_000, 7_000], [7_000, 7_000], 3]);
  });

  it("doesn't wait where too many attempts were made, nor without end, nor for what was given up", async () => {
    const attempts = setUp([limited()]);
    await expect(
      attempts.transport.send({ method: "post", path: "/auth/sign-in" }),
    ).rejects.toMatchObject({
      code: "request.rate_limited",
    });
    const endless = setUp(Array.from({ length: 9 }, () => limited("person")));
    await expect(endless.transport.send({ method: "get", path: "/x" })).rejects.toMatchObject({
      status: 429,
    });
    expect(endless.sent).toHaveLength(4);
    const given = new AbortController();
    const gone = setUp([limited("person"), ok()], {
      wait: () => Promise.resolve(given.abort()),
    });
    await expect(
      gone.transport.send({ method: "get", path: "/x", signal: given.signal }),
    ).rejects.toThrow(/abort/i);
    expect(gone.sent).toHaveLength(1);
  });

  it("renews an expired token once and repeats the request with the same key", async () => {
    const { sent, transport } = setUp([refused(401, "auth.expired"), ok()]);
    await transport.send({ method: "post", path: "/x", idempotencyKey: "key-12345" });
    expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer first",
      "Bearer second",
    ]);
    expect(new Set(sent.map(({ headers }) => headers.get("idempotency-key"))).size).toBe(1);
  });

  it("asks for a token once the session is over, so that the page learns it", async () => {
    const renew = vi.fn<TransportDeps["renew"]>(() => Promise.resolve(null));
    const { sent, transport } = setUp([refused(401, "auth.required")], { renew });
    await expect(transport.send({ method: "get", path: "/x" })).rejects.toThrow("auth.required");
    expect(renew).toHaveBeenCalledWith("first");
    expect(sent).toHaveLength(1);
  });

  it("never repeats in another organization what was meant for one that the person has left", async () => {
    const out = Response.json(
      { code: "permission.denied", params: { reason: "membership" }, requestId: "req_1" },
      { status: 403 },
    );
    const renew = vi.fn<TransportDeps["renew"]>(() => Promise.resolve("elsewhere"));
    const { sent, transport } = setUp([out, ok()], { renew });
    const work = transport.send({ method: "post", path: "/x", idempotencyKey: "key-1234" });
    await expect(work).rejects.toThrow("permission.denied");
    expect(renew).toHaveBeenCalledTimes(1);
    expect(sent).toHaveLength(1);
  });

  it("gives up when the new token is refused as well", async () => {
    const expired = [refused(401, "auth.expired"), refused(401, "auth.expired")];
    const { sent, transport } = setUp([...expired, ok()]);
    await expect(transport.send({ method: "get", path: "/x" })).rejects.toMatchObject({
      code: "auth.expired",
      status: 401,
    });
    expect(sent).toHaveLength(2);
  });

  it("repeats a keyed mutation while the server is away, as it asks, with one key", async () => {
    const away = refused(503, "server.unavailable", { "retry-after": "2" });
    const { sent, waits, transport } = setUp([away, new TypeError("network"), ok()]);
    await transport.send({ method: "post", path: "/x", idempotencyKey: "key-12345" });
    expect(waits).toEqual([2_000, 1_200]);
    expect(new Set(sent.map(({ headers }) => headers.get("idempotency-key")))).toEqual(
      new Set(["key-12345"]),
    );
  });

  it("does not repeat what has no key, nor what the server refused", async () => {
    const reads = setUp([new TypeError("network"), ok()]);
    await expect(reads.transport.send({ method: "get", path: "/x" })).rejects.toMatchObject({
      code: "network.unreachable",
    });
    const writes = setUp([refused(409, "conflict.version"), ok()]);
    const work = writes.transport.send({ method: "patch", path: "/x", idempotencyKey: "key-1234" });
    await expect(work).rejects.toMatchObject({ code: "conflict.version", requestId: "req_1" });
    expect(reads.sent).toHaveLength(1);
    expect(writes.sent).toHaveLength(1);
  });

  it("tells a missing answer as a timeout", async () => {
    const { transport } = setUp([], {
      timeoutMs: 5,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
        }),
    });
    await expect(transport.send({ method: "get", path: "/x" })).rejects.toMatchObject({
      code: "network.timeout",
      status: 0,
    });
  });

  it("sends nothing without a network", async () => {
    const { sent, transport } = setUp([ok()], { isOnline: () => false });
    const work = transport.send({ method: "post", path: "/x", idempotencyKey: "key-1234" });
    await expect(work).rejects.toMatchObject({ code: "network.offline" });
    expect(sent).toHaveLength(0);
  });

  it("passes an abort of the caller on as it is", async () => {
    const abort = new AbortController();
    abort.abort();
    const { transport } = setUp([new DOMException("aborted", "AbortError")]);
    const work = transport.send({ method: "get", path: "/x", signal: abort.signal });
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
  });

  it("turns an answer that is no problem into one", async () => {
    const { transport } = setUp([new Response("<html>", { status: 502 })]);
    const problem = await transport.send({ method: "get", path: "/x" }).catch((error) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: "server.error", status: 502, params: {} });
  });

  it("asks for no new token when nobody is signed in", async () => {
    const renew = vi.fn<TransportDeps["renew"]>(() => Promise.resolve("x"));
    const { transport } = setUp([refused(401, "auth.expired")], {
      token: () => Promise.resolve(null),
      renew,
    });
    await expect(transport.send({ method: "get", path: "/x" })).rejects.toThrow("auth.expired");
    expect(renew).not.toHaveBeenCalled();
  });
});
