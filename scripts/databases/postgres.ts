import { execFileSync, spawn, spawnSync } from "node:child_process";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { certify } from "./certificate.ts";
import { freePort, identity, needPackage, ownFolder, type DatabaseServer } from "./debian.ts";

/**
 * Starts a fresh cluster with PostgreSQL's own defaults. Superuser `bench`; loopback alone.
 * @param options.passwords asks everybody but `bench` for a password (SCRAM), and offers TLS with a certificate that nobody else
 * signed; else nobody is asked, and nothing encrypted.
 */
export async function startPostgres(options: { passwords?: true } = {}): Promise<DatabaseServer> {
  const bin = needPackage("postgresql", "/usr/lib/postgresql/*/bin");
  const who = identity("postgres");
  const folder = ownFolder("aetheria-pg-", who);
  const data = join(folder, "data");
  const quiet = {
    ...who,
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C.UTF-8" },
  };
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--no-sync"],
    { ...quiet, stdio: "ignore" },
  );
  const port = await freePort();
  writeFileSync(
    join(data, "postgresql.auto.conf"),
    `listen_addresses = '127.0.0.1'\nport = ${port}\nunix_socket_directories = '${folder}'\n`,
  );
  if (options.passwords) {
    const rules = ["bench 127.0.0.1/32 trust", "all 127.0.0.1/32 scram-sha-256"];
    writeFileSync(join(data, "pg_hba.conf"), rules.map((rule) => `host all ${rule}\n`).join(""));
    certify(data, "authority", quiet);
    appendFileSync(join(data, "postgresql.auto.conf"), "ssl = on\n");
  }
  const server = spawn(join(bin, "postgres"), ["-D", data], { ...quiet, stdio: "ignore" });
  process.once("exit", () => server.kill("SIGINT"));
  const ready = (): boolean =>
    spawnSync(join(bin, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]).status === 0;
  for (let i = 0; i < 200 && !ready(); i++) await sleep(50);
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    // SIGINT is PostgreSQL's fast shutdown: it ends its connections itself.
    if (server.exitCode === null) {
      server.kill("SIGINT");
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  if (!ready()) {
    await stop();
    throw new Error("PostgreSQL did not start");
  }
  const version = execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
  return { port, pid: server.pid ?? 0, version: /[\d.]+/.exec(version)?.[0] ?? "", stop };
}
