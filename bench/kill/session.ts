import { dirname } from "node:path";
import { build } from "#scripts/lib/build.ts";
import { anyone, startOrganization } from "#scripts/demo/session.ts";
import { socketTo } from "#scripts/lib/socket.ts";
import { type SpawnedServer, spawnServer } from "#scripts/lib/spawned.ts";
import type { SocketLike } from "#web/lib/room-socket.ts";

const PASSWORD = "un long mot de passe pour la coupure 47";
const EMAIL = "claire@coupure.test";

/** A server that is killed and started again on the same state, and a person who is signed in to it. */
export interface KillSession {
  userId: string;
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** A socket as a page opens it. */
  socketTo(path: string, protocols: string[]): SocketLike;
  /** Ends Node and workerd at once and starts them anew. Answers the milliseconds until requests were answered. */
  killAndStart(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server on an empty state folder and registers a firm with one person. */
export async function enterServer(state: string): Promise<KillSession> {
  // Every start serves the same build, so that a kill is all that happens to the server.
  const built = dirname((await build({ types: false })).worker);
  let server: SpawnedServer = await spawnServer({ state, build: built });
  let token = "";

  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        origin: server.url,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(method === "GET" ? {} : { "idempotency-key": crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  const session = await startOrganization(server.url, {
    organization: "Atelier Coupure",
    name: "Claire Morvan",
    email: EMAIL,
    password: PASSWORD,
    language: "fr",
  });
  token = session.token;

  return {
    userId: session.userId,
    async call<T>(method: string, path: string, body?: unknown): Promise<T> {
      let answer = await ask(method, path, body);
      if (answer.status === 401) {
        // An access token lasts a quarter of an hour.
        const again = { email: EMAIL, password: PASSWORD };
        token = (await anyone(server.url).enter("/auth/sign-in", again)).token;
        answer = await ask(method, path, body);
      }
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    socketTo: (path, protocols) => socketTo(server.url, path, protocols),
    async killAndStart() {
      const port = Number(new URL(server.url).port);
      const began = performance.now();
      await server.kill();
      server = await spawnServer({ state, port, build: built });
      return performance.now() - began;
    },
    stop: () => server.stop(),
  };
}
