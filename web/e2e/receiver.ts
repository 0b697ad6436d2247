import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** A call that arrived, and whether its signature held under the secret that the receiver knew then. */
export interface Arrived {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Null when it could not be verified. */
  event: { type: string; record: { entity: string; id: string }; data: unknown } | null;
}

/** What the receiver does with a call, in place of a 204. */
export type Fault = (response: ServerResponse) => void;

/** Ways in which receivers fail. */
export const FAULTS = {
  broken: (response) => response.writeHead(500).end("broken"),
  busy: (response) => response.writeHead(429, { "retry-after": "1" }).end("later"),
  elsewhere: (response) => response.writeHead(302, { location: "/elsewhere" }).end(),
  hangUp: (response) => response.destroy(),
  silent: () => undefined,
  gone: (response) => response.writeHead(410).end(),
} satisfies Record<string, Fault>;

/** A program that receives webhooks as ours will: it verifies with the library that our page shows. */
export async function openReceiver() {
  const arrived: Arrived[] = [];
  const faults: Fault[] = [];
  const known = { secret: "" };
  const verify = (body: string, headers: IncomingHttpHeaders): Arrived["event"] => {
    try {
      const flat = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, String(v)]));
      return new Webhook(known.secret).verify(body, flat) as Arrived["event"];
    } catch {
      return null;
    }
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      const event = verify(body, request.headers);
      const id = request.headers["webhook-id"];
      const again = arrived.some((one) => one.headers["webhook-id"] === id);
      arrived.push({ path: request.url ?? "", headers: request.headers, body, event });
      const fault = again ? undefined : faults.shift();
      if (fault) return fault(response);
      response.writeHead(event ? 204 : 401).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/aetheria`,
    arrived,
    /** What it does with the next messages, one each; a message that comes again is taken. */
    fail: (...next: Fault[]) => void faults.push(...next),
    /** The secret under which it verifies from now on. */
    learn: (secret: string) => void (known.secret = secret),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
