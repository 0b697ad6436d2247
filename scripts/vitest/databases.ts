import type { TestProject } from "vitest/node";
import { spawnFirmServers } from "#scripts/databases/spawn.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Ports of 127.0.0.1 where servers with a firm's tables listen. */
    databases: { postgres: number; mysql: number; mysqlTls: number };
  }
}

/** Starts a PostgreSQL and a MariaDB for the tests of connections, and ends both. Throws when one is missing and can't be installed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await spawnFirmServers();
  const { postgres, mysql, mysqlTls } = servers;
  project.provide("databases", { postgres, mysql, mysqlTls });
  return () => servers.stop();
}
