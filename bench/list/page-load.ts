import { Agent, request } from "node:http";

/** A server that gives a page and a list. */
export interface Site {
  /** Port on 127.0.0.1, of the server or of a proxy before it. */
  port: number;
  token: string;
}

/** As many connections as a browser opens to one HTTP/1.1 server. */
const CONNECTIONS = 6;

interface Got {
  body: string;
  bytes: number;
}

function get(agent: Agent, site: Site, path: string): Promise<Got> {
  const headers = {
    "accept-encoding": "gzip",
    ...(path.startsWith("/api/") ? { authorization: `Bearer ${site.token}` } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: "127.0.0.1", port: site.port, path, headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const all = Buffer.concat(chunks);
          if (answer.statusCode === 200)
            resolve({ body: all.toString("latin1"), bytes: all.length });
          else reject(new Error(`${path} answered ${answer.statusCode}`));
        });
      },
    );
    asked.on("error", reject).end();
  });
}

const LIST = "/api/v1/clients?limit=50";

/** A person's first visit: new connections, the document, the files it names side by side, then the list. Milliseconds. */
export async function coldPage(site: Site, files: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const started = performance.now();
    await get(agent, site, "/");
    await Promise.all(files.map((file) => get(agent, site, file)));
    await get(agent, site, LIST);
    return performance.now() - started;
  } finally {
    agent.destroy();
  }
}

/** The list again and again on one open connection. Milliseconds of each. */
export async function warmLists(site: Site, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    await get(agent, site, LIST);
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const started = performance.now();
      await get(agent, site, LIST);
      times.push(performance.now() - started);
    }
    return times;
  } finally {
    agent.destroy();
  }
}

/** The scripts and styles that a document names, of its own origin. */
export function filesOf(html: string): string[] {
  const named = html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(\/[^"]+)"/g);
  return [...new Set([...named].map((match) => match[1] ?? ""))];
}
