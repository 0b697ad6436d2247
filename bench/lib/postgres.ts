import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A PostgreSQL of the bench's own: cluster in a temporary folder, on 127.0.0.1. */
export interface Postgres {
  port: number;
  pid: number;
  version: string;
  stop(): Promise<void>;
}

const newest = (): string | undefined => globSync("/usr/lib/postgresql/*/bin").toSorted().at(-1);

/** Debian's folder of binaries, installed when it is missing and we may. */
function binaries(): string {
  if (!newest() && process.getuid?.() === 0) {
    console.log("Installing Debian's postgresql…");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const found = newest();
  if (!found) throw new Error("PostgreSQL is missing: apt-get install postgresql");
  return found;
}

const id = (flag: "-u" | "-g"): number =>
  Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));

/** PostgreSQL refuses to run as root: then it runs as Debian's user for it. */
function identity(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a fresh cluster with PostgreSQL's own defaults. Superuser `bench`, no password, loopback alone. */
export async function startPostgres(): Promise<Postgres> {
  const bin = binaries();
  const who = identity();
  const folder = mkdtempSync(join(tmpdir(), "aetheria-bench-pg-"));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid);
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
  const server = spawn(join(bin, "postgres"), ["-D", data], { ...quiet, stdio: "ignore" });
  process.once("exit", () => server.kill("SIGINT"));
  const ready = (): boolean =>
    spawnSync(join(bin, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]).status === 0;
  for (let i = 0; i < 100 && !ready(); i++) await sleep(50);
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
