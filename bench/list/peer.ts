import type { ClientView } from "#domain/clients/model.ts";
import { forked } from "../lib/child.ts";
import { startPostgres } from "#scripts/databases/postgres.ts";
import { clientRow } from "../ours/clients.ts";

/** Fastify + PostgreSQL with the same clients in it. */
export interface Peer {
  url: string;
  token: string;
  /** Fastify's process and PostgreSQL's. */
  pids: [number, number];
  version: string;
  stop(): Promise<void>;
}

/** Starts both in processes of their own and gives them our clients. `web` is the folder of the built page. */
export async function startPeer(
  clients: readonly ClientView[],
  permissions: readonly string[],
  web: string,
): Promise<Peer> {
  const postgres = await startPostgres();
  try {
    const fastify = await forked("peers/fastify.mjs", [String(postgres.port), web]);
    const seed = { clients: clients.map(clientRow), permissions };
    const { token } = (await fastify.ask(seed)) as { token: string };
    return {
      url: String(fastify.ready["url"]),
      token,
      pids: [fastify.pid, postgres.pid],
      version: postgres.version,
      async stop() {
        await fastify.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
