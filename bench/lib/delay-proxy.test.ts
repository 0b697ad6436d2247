import { Agent, createServer, get } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { delayProxy } from "./delay-proxy.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function echo(body: string): Promise<number> {
  const server = createServer((_request, response) => response.end(body));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port;
}

async function through(target: number, roundTrip: number): Promise<number> {
  const proxy = await delayProxy(target, roundTrip);
  open.push(proxy);
  return proxy.port;
}

function ask(port: number, agent: Agent): Promise<{ body: string; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => resolve({ body, ms: performance.now() - started }));
    }).on("error", reject);
  });
}

describe("a distance", () => {
  test("costs two round trips on a new connection and one on an open one", async () => {
    const port = await through(await echo("ok"), 60);
    const cold: number[] = [];
    const warm: number[] = [];
    // The quickest of several: a busy machine only ever adds to a distance.
    for (let i = 0; i < 4; i++) {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      cold.push((await ask(port, agent)).ms);
      warm.push((await ask(port, agent)).ms);
      agent.destroy();
    }
    expect(Math.min(...cold)).toBeGreaterThanOrEqual(118);
    expect(Math.min(...warm)).toBeGreaterThanOrEqual(58);
    expect(Math.min(...warm)).toBeLessThan(115);
  });

  test("keeps every byte in order", async () => {
    const body = Array.from({ length: 60_000 }, (_, i) => String(i)).join(",");
    const port = await through(await echo(body), 10);
    const agent = new Agent();
    expect((await ask(port, agent)).body).toBe(body);
  });

  test("ends a call whose far side refuses", async () => {
    const port = await through(1, 10);
    await expect(ask(port, new Agent())).rejects.toThrow(/hang up|ECONNRESET/);
  });
});
