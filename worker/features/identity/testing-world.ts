import { vi } from "vitest";
import type { Chance } from "#domain/testing-chance.ts";
import { GRACE_MS, presentTogether, type Family, type Outcome } from "./testing-family.ts";
import type { Wire } from "./testing-wire.ts";

/** One session on its way: who holds which cookie, and what the rules say of it. */
export interface World {
  kind: "honest" | "careless" | "theft";
  dice: Chance;
  now: number;
  family: Family;
  wire: Wire;
  userId: string;
  /** The cookie that both tabs share, as its place in the line. */
  jar: number;
  /** Answers that are still on their way to the browser. */
  late: number[];
  /** The thief's newest token. */
  loot: number | null;
  /** When the last access token was handed out. */
  granted: number;
  /** When each token was first taken, so that no token is taken twice further apart than the grace. */
  taken: Map<number, number>;
  refreshes: number;
  /** What happened, for whoever reads a failure. */
  trace: string[];
}

/** Lets time pass. */
export function move(world: World, ms: number): void {
  world.now += ms;
  vi.setSystemTime(world.now);
  world.trace.push(`${ms} ms pass`);
}

/** Throws what is wrong unless it holds. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const told = (outcome: Outcome) => JSON.stringify(outcome);

/** Presents tokens at one instant and holds the answers against the rules. */
export async function present(
  world: World,
  who: string,
  tokens: readonly number[],
): Promise<Outcome[]> {
  const { family, wire, now } = world;
  const over = family.over;
  const allowed = presentTogether(family, tokens, now);
  const answers = await Promise.all(tokens.map((token) => wire.present(token)));
  world.refreshes += tokens.length;
  const outcomes = answers.map((answer) => answer.outcome);
  world.trace.push(`${who} presents ${tokens.join(" + ")}: ${outcomes.map(told).join(" ")}`);
  for (const [at, outcome] of outcomes.entries()) {
    const list = allowed[at]?.map(told) ?? [];
    must(
      list.includes(told(outcome)),
      `${told(outcome)} where the rules allow ${list.join(" or ")}`,
    );
    if (outcome.kind !== "granted") continue;
    const token = tokens[at] ?? 0;
    must(over === null, "A session that had ended was refreshed");
    const before = world.taken.get(token) ?? now;
    must(now - before <= GRACE_MS, "A token was taken twice, further apart than the grace");
    world.taken.set(token, before);
    world.granted = now;
  }
  return outcomes;
}

/** The token that was handed out, if any. */
export const grantOf = (outcome: Outcome | undefined) =>
  outcome?.kind === "granted" ? outcome.token : null;
