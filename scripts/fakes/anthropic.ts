import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { fakeAnthropic } from "#worker/integrations/anthropic/testing/fake.ts";
import { recorded } from "#worker/integrations/anthropic/testing/conversations.ts";

/** The key that the fake takes. */
const KEY = "sk-ant-fake";

/** The Messages API of the tests over HTTP, for a server on this machine: the lines of its `.dev.vars`, and how to end it. */
export async function serveAnthropic(): Promise<{ vars: string; close(): void }> {
  const fake = fakeAnthropic(KEY, recorded);
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of incoming) parts.push(part as Buffer);
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      const url = `http://fake${incoming.url ?? "/"}`;
      const body = Buffer.concat(parts).toString();
      const answer = await fake.answer(new Request(url, { method: "POST", headers, body }));
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      if (answer.body === null) outgoing.end();
      else Readable.fromWeb(answer.body as never).pipe(outgoing);
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
