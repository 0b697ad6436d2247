import { afterEach, describe, expect, it, vi } from "vitest";
import { postOutside } from "./post-outside.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ENV = { ENVIRONMENT: "production", DNS_RESOLVER: "https://resolver.example/dns" } as const;
type Answers = Record<string, string[]>;

/** A network: a resolver that knows these addresses, and whatever stands at the target. */
function network(
  names: Answers,
  target: () => Response | Promise<Response> = () => new Response("ok"),
) {
  const called: string[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.hostname !== "resolver.example") {
      called.push(`${request.method} ${request.url} ${request.redirect}`);
      return target();
    }
    const found = names[`${url.searchParams.get("name")} ${url.searchParams.get("type")}`];
    const type = url.searchParams.get("type") === "A" ? 1 : 28;
    const Answer = [
      { type: 5, data: "alias.example." },
      ...(found ?? []).map((data) => ({ type, data })),
    ];
    return Response.json({ Status: found ? 0 : 3, Answer });
  });
  return called;
}

const post = (url: string, env: Parameters<typeof postOutside>[0] = ENV) =>
  postOutside(env, { url, headers: { "content-type": "application/json" }, body: "{}" });
const hook = "https://hooks.example.com/x";

describe("a call outside", () => {
  it("goes out when every address of the name is public, without following redirects", async () => {
    const names = {
      "hooks.example.com A": ["93.184.216.34"],
      "hooks.example.com AAAA": ["2606:2800:220:1::1"],
    };
    const called = network(names);
    expect(await post(hook)).toMatchObject({ status: 200, text: "ok" });
    expect(called).toEqual([`POST ${hook} manual`]);
  });

  it.each([
    ["10.0.0.7", "A"],
    ["127.0.0.1", "A"],
    ["169.254.169.254", "A"],
    ["::1", "AAAA"],
    ["fd00:ec2::254", "AAAA"],
    ["::ffff:10.0.0.7", "AAAA"],
  ])("never leaves when one of them is %s", async (address, type) => {
    const other = type === "A" ? "AAAA" : "A";
    const called = network({
      [`hooks.example.com ${type}`]: [
        type === "A" ? "93.184.216.34" : "2606:2800:220:1::1",
        address,
      ],
      [`hooks.example.com ${other}`]: [],
    });
    await expect(post(hook)).rejects.toMatchObject({ reason: "refused" });
    expect(called).toEqual([]);
  });

  it("never leaves for a name that nobody knows, or that can't be looked up", async () => {
    const called = network({});
    await expect(post(hook)).rejects.toMatchObject({ reason: "unresolved" });
    await expect(post(hook, { ...ENV, DNS_RESOLVER: "" })).rejects.toMatchObject({
      reason: "unresolved",
    });
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network"));
    await expect(post(hook)).rejects.toMatchObject({ reason: "unresolved" });
    expect(called).toEqual([]);
  });

  it("reaches this machine only where development says so, and never in production", async () => {
    const called = network({});
    const here = "http://127.0.0.1:9/";
    const open = { OUTBOUND_LOOPBACK: "on" };
    await expect(post(here, { ...ENV, ...open })).rejects.toMatchObject({ refusal: "private" });
    await expect(post(here, { ...ENV, ENVIRONMENT: "development" })).rejects.toThrow("private");
    expect(called).toEqual([]);
    expect(await post(here, { ...ENV, ENVIRONMENT: "development", ...open })).toMatchObject({
      status: 200,
    });
  });

  it("reads 64 KiB of an endless answer and no more", async () => {
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          controller.enqueue(new TextEncoder().encode("x".repeat(1000)));
        },
      });
    network(
      { "hooks.example.com A": ["93.184.216.34"], "hooks.example.com AAAA": [] },
      () => new Response(endless()),
    );
    const { text } = await post(hook);
    expect(text).toHaveLength(64 * 1024);
    expect(sent).toBeLessThan(80);
  });

  it("is over after ten seconds, whether no answer comes or no end of it", async () => {
    const signal = AbortSignal.abort();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(signal);
    network({ "hooks.example.com A": ["93.184.216.34"], "hooks.example.com AAAA": [] }, () =>
      Promise.reject(new DOMException("aborted", "AbortError")),
    );
    await expect(post(hook)).rejects.toMatchObject({ reason: "timeout" });
    expect(timeout).toHaveBeenCalledWith(10_000);
  });

  it("that breaks off is told as such", async () => {
    network({ "hooks.example.com A": ["93.184.216.34"], "hooks.example.com AAAA": [] }, () =>
      Promise.reject(new TypeError("connection reset")),
    );
    await expect(post(hook)).rejects.toMatchObject({ reason: "network" });
  });
});
