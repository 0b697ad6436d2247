import { readFileSync } from "node:fs";
import { childrenOf } from "#scripts/lib/processes.ts";

/** Memory of processes, megabytes (1000² bytes). */
export interface Memory {
  /** Resident set sizes added up: pages that processes share count once for each. */
  rss: number;
  /** Proportional set sizes added up: a shared page counts once in all. */
  pss: number;
}

function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

/** Reads `Rss:` or `Pss:` out of a smaps_rollup, in kB of 1024 bytes. */
export function field(rollup: string, name: "Rss" | "Pss"): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(rollup)?.[1] ?? 0);
}

function rollupOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  } catch {
    // It ended meanwhile, or the kernel has no such file: it counts as nothing.
    return "";
  }
}

/** Memory of these processes and of all their children. */
export function memoryOf(...pids: number[]): Memory {
  const rollups = pids.flatMap(familyOf).map(rollupOf);
  const total = (name: "Rss" | "Pss"): number =>
    (rollups.reduce((sum, one) => sum + field(one, name), 0) * 1024) / 1e6;
  return { rss: total("Rss"), pss: total("Pss") };
}
