import { fork } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "#scripts/lib/paths.ts";

type Ports = Omit<FirmServers, "stop">;

/** A PostgreSQL and a MariaDB on 127.0.0.1, each with a firm's tables in it. */
export interface FirmServers {
  postgres: number;
  mysql: number;
  /** A MariaDB without those tables that offers TLS. */
  mysqlTls: number;
  stop(): Promise<void>;
}

/** Starts both in a process of its own. Throws with what it said, such as which package is missing, when they don't start. */
export async function spawnFirmServers(): Promise<FirmServers> {
  const child = fork(join(ROOT, "scripts/databases/serve.ts"), [], {
    cwd: ROOT,
    execPath: join(ROOT, "node_modules/node/bin/node"),
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ports = new Promise<Ports>((resolve) => {
    child.once("message", (message) => resolve(message as Ports));
  });
  const failed = ended.then(() => Promise.reject(new Error(`No database servers: ${said}`)));
  const found = await Promise.race([ports, failed]);
  failed.catch(() => undefined);
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  return { ...found, stop };
}
