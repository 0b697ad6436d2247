import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fakeAnthropic } from "#worker/integrations/anthropic/testing/fake.ts";
import { recorded } from "#worker/integrations/anthropic/testing/conversations.ts";

/** The key that the fake takes. */
export const KEY = "sk-ant-fake";

/**
 * A Messages API over HTTP, for a server on this machine: the lines of its `.dev.vars`, and how to end it. It is the one of the
 * tests, with its conversations, unless another answers.
 */
export async function serveAnthropic(
  answerer: (request: Request) => Promise<Response> = fakeAnthropic(KEY, recorded).answer,
): Promise<{ vars: string; close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of incoming) parts.push(part as Buffer);
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      const url = `http://fake${incoming.url ?? "/"}`;
      const body = Buffer.concat(parts).toString();
      const answer = await answerer(new Request(url, { method: "POST", headers, body }));
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      if (answer.body === null) outgoing.end();
      // A turn that is cut breaks the connection, as a lost one would.
      else await pipeline(Readable.fromWeb(answer.body as never), outgoing);
    })().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    vars: `ANTHROPIC_API_KEY="${KEY}"\nANTHROPIC_BASE_URL="http://127.0.0.1:${port}"\n`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
