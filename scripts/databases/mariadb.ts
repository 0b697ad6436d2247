import { execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { certify } from "./certificate.ts";
import { freePort, identity, needPackage, ownFolder, type DatabaseServer } from "./debian.ts";

/** Whether something answers there with MariaDB's greeting. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("data", () => end(true));
    socket.once("error", () => end(false));
    socket.setTimeout(2000, () => end(false));
  });
}

/**
 * Starts a fresh MariaDB with its own defaults. `root` without a password; loopback alone. With `tls` it offers TLS with a certificate
 * that it signed itself.
 */
export async function startMariadb(options: { tls?: true } = {}): Promise<DatabaseServer> {
  const binary = needPackage("mariadb-server", "/usr/sbin/mariadbd");
  const who = identity("mysql");
  const folder = ownFolder("aetheria-maria-", who);
  const data = join(folder, "data");
  const quiet = { ...who, cwd: folder, stdio: "ignore" as const };
  execFileSync(
    needPackage("mariadb-server", "/usr/bin/mariadb-install-db"),
    [
      "--no-defaults",
      `--datadir=${data}`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
    ],
    quiet,
  );
  const port = await freePort();
  const pair = options.tls && certify(folder, "itself", quiet);
  const server = spawn(
    binary,
    [
      "--no-defaults",
      `--datadir=${data}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      `--socket=${join(folder, "socket")}`,
      `--pid-file=${join(folder, "pid")}`,
      "--skip-name-resolve",
      "--character-set-server=utf8mb4",
      // A query that spills writes here, where it is cleared away, not beside other servers'.
      `--tmpdir=${folder}`,
      ...(pair ? [`--ssl-key=${pair.key}`, `--ssl-cert=${pair.certificate}`] : ["--skip-ssl"]),
    ],
    quiet,
  );
  process.once("exit", () => server.kill("SIGTERM"));
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  let up = false;
  for (let i = 0; i < 200 && !up; i++) {
    up = await greets(port);
    if (!up) await sleep(100);
  }
  if (!up) {
    await stop();
    throw new Error("MariaDB did not start");
  }
  const version = execFileSync(binary, ["--version"], { encoding: "utf8" });
  return { port, pid: server.pid ?? 0, version: /Ver ([\d.]+)/.exec(version)?.[1] ?? "", stop };
}
