import { forked, type Child } from "../lib/child.ts";
import { cpuOf } from "../lib/cpu.ts";
import { median, percentile } from "../lib/stats.ts";

/** An address to put load on. */
export interface Target {
  name: string;
  url: string;
  headers: Record<string, string>;
  /** The processes that answer, for their processor time. */
  pids: readonly number[];
}

/** What rounds of load said of a target: medians over the rounds. */
export interface Measured {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Bytes of an answer with its headers. */
  bytes: number;
  failed: number;
  /** Processor milliseconds of the servers for each request. */
  cpu: number;
}

interface Shot {
  samples: number[];
  seconds: number;
  bytes: number;
  failed: number;
}

/** A shot with the processor seconds that the servers used meanwhile. */
type Counted = Shot & { cpu: number };

/**
 * Loads the targets in turn, round after round (A B C, A B C, …), so that what disturbs the machine disturbs all of
 * them. The first shot at each target warms it up and is not counted.
 */
export async function inTurn(
  targets: readonly Target[],
  load: { connections: number; seconds: number; rounds: number },
): Promise<Map<string, Measured>> {
  const gun = await forked("peers/load.mjs");
  const shots = new Map<string, Counted[]>(targets.map((target) => [target.name, []]));
  try {
    for (const target of targets) await shoot(gun, target, load.connections, 1);
    for (let round = 0; round < load.rounds; round++) {
      for (const target of targets) {
        shots.get(target.name)?.push(await shoot(gun, target, load.connections, load.seconds));
      }
    }
  } finally {
    await gun.stop();
  }
  return new Map([...shots].map(([name, list]) => [name, measured(list)]));
}

async function shoot(gun: Child, target: Target, connections: number, seconds: number) {
  const { url, headers } = target;
  const used = (): number => target.pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
  const before = used();
  const shot = (await gun.ask({ url, headers, connections, seconds })) as Shot;
  if (shot.samples.length === 0) throw new Error(`${target.name} answered no request with 200`);
  return { ...shot, cpu: used() - before };
}

function measured(shots: readonly Counted[]): Measured {
  const over = (figure: (shot: Counted) => number): number => median(shots.map(figure));
  return {
    perSecond: over((shot) => shot.samples.length / shot.seconds),
    p50: over((shot) => percentile(shot.samples, 50)),
    p99: over((shot) => percentile(shot.samples, 99)),
    bytes: over((shot) => shot.bytes / shot.samples.length),
    cpu: over((shot) => (shot.cpu * 1000) / shot.samples.length),
    failed: shots.reduce((sum, shot) => sum + shot.failed, 0),
  };
}
