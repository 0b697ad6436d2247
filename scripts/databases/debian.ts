import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, globSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A database server of a test's or bench's own: its data in a temporary folder, on 127.0.0.1 alone. */
export interface DatabaseServer {
  port: number;
  pid: number;
  version: string;
  /** Ends it by its process id and removes its folder. */
  stop(): Promise<void>;
}

/**
 * The newest path that a pattern finds; Debian's package is installed when nothing does and we may.
 * Throws with what to type where it stays missing.
 */
export function needPackage(name: string, pattern: string): string {
  const newest = () => globSync(pattern).toSorted().at(-1);
  if (!newest() && process.getuid?.() === 0) {
    console.log(`Installing Debian's ${name}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], {
      stdio: "ignore",
      env,
    });
  }
  const found = newest();
  if (!found)
    throw new Error(`${name} is missing and could not be installed: apt-get install ${name}`);
  return found;
}

const idOf = (flag: "-u" | "-g", user: string): number =>
  Number(execFileSync("id", [flag, user], { encoding: "utf8" }));

/** Who runs a server that refuses to run as root: Debian's user for it, or whoever runs this. */
export function identity(user: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOf("-u", user), gid: idOf("-g", user) };
}

/** A new folder in the system's temporary one that this identity owns. */
export function ownFolder(prefix: string, who: { uid?: number; gid?: number }): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid);
  return folder;
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
