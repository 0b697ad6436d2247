import { readFileSync } from "node:fs";
import { childrenOf } from "#scripts/lib/processes.ts";

/** Clock ticks a second in /proc: Linux tells user programs 100 on every machine. */
const TICKS = 100;

/** User and system time out of a /proc stat line, in seconds. */
export function cpuSeconds(stat: string): number {
  // The command may hold spaces and brackets: fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}

/** Processor time that a process and its living children have used so far, in seconds. */
export function cpuOf(pid: number): number {
  let own = 0;
  try {
    own = cpuSeconds(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    // It ended meanwhile.
  }
  return childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), own);
}
