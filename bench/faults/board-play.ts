import { vi } from "vitest";
import { drill, EVENTS, happen } from "./board-events.ts";
import {
  expectAgreement,
  expectDeltas,
  expectKept,
  expectNoted,
  expectProjected,
  expectReplays,
} from "./board-properties.ts";
import { look, newWorld, settle, STEPS } from "./board-world.ts";
import type { TenantDatabase } from "./d1.ts";

type Counts = Record<string, number>;

/**
 * Plays a seed from the first connection to the last answer, and holds every property against it.
 * @returns how often each thing happened. Throws what a property found.
 */
export async function play(seed: number, database: TenantDatabase): Promise<Counts> {
  const world = await newWorld(seed, database);
  const { dice, object } = world;
  if (seed % 20 === 0) await drill(world);
  for (let step = 0; step < STEPS; step += 1) {
    await happen(world);
    if (dice.happens(0.4)) await vi.advanceTimersByTimeAsync(dice.upTo(60));
    await object.alarm();
    look(world);
  }
  await settle(world);
  expectAgreement(world);
  expectProjected(world);
  expectKept(world);
  expectNoted(world);
  expectDeltas(world);
  await expectReplays(world);
  const { log, undoing, reranked, held, notices } = world.witness;
  return {
    ...world.counts,
    refused: world.refusals.length,
    applied: log.length,
    undone: log.filter((op) => undoing.has(`${op.client}:${op.seq}`)).length,
    "ranked anew": reranked,
    held: held.length,
    told: notices.length,
    acknowledged: world.acks.length,
  };
}

/** What happened in all of these worlds together. */
export function sumUp(worlds: readonly Counts[]): Counts {
  const sum = (name: string) => worlds.reduce((all, counts) => all + (counts[name] ?? 0), 0);
  const found = ["applied", "acknowledged", "undone", "ranked anew", "held", "told", "refused"];
  const names = [...EVENTS.map(([name]) => name), ...found];
  return { seeds: worlds.length, ...Object.fromEntries(names.map((name) => [name, sum(name)])) };
}
