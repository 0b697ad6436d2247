import { vi } from "vitest";
import { chance } from "#domain/testing-chance.ts";
import { rows } from "#worker/platform/testing-databases.ts";
import { GRACE_MS, SESSION_MS, openFamily } from "./testing-family.ts";
import { arrive, step } from "./testing-steps.ts";
import { openWire } from "./testing-wire.ts";
import { grantOf, move, must, present, type World } from "./testing-world.ts";

/**
 * honest: two tabs and a bad network, each answer fetched again within the grace.
 * careless: the same, but a lost answer may be fetched again after any time.
 * theft: a copy of the cookie is used by somebody else as well.
 */
export const KINDS = ["honest", "careless", "theft"] as const;

/** What a seed led to. */
export interface Played {
  kind: World["kind"];
  /** Refreshes that were sent. */
  refreshes: number;
  /** How the session ended: by reuse, by signing out, by age, or not at all. */
  end: "reused" | "signed out" | "expired" | "alive";
  stolen: boolean;
}

const START = Date.parse("2026-11-21T10:00:00.000Z");

async function reuses(userId: string): Promise<number> {
  const sql = "SELECT count(*) AS n FROM auth_events WHERE user_id = ? AND kind = 'refresh.reused'";
  return (await rows<{ n: number }>(sql, userId))[0]?.n ?? 0;
}

/** Victim and thief take turns until one of them has come back later than the grace: by then it was noticed. */
async function confront(world: World): Promise<void> {
  while (world.late.length > 0) arrive(world);
  for (const role of ["thief", "tab", "thief", "tab"] as const) {
    move(world, GRACE_MS + 1 + world.dice.upTo(60_000));
    const [outcome] = await present(world, role, [role === "tab" ? world.jar : (world.loot ?? 0)]);
    const grant = grantOf(outcome);
    if (grant === null) continue;
    if (role === "tab") world.jar = grant;
    else world.loot = grant;
  }
  must(world.family.over !== null || isOld(world), "Thief and victim went on together, unnoticed");
}

const isOld = (world: World) => world.now >= START + SESSION_MS;

/** What holds at the end, whatever the rules' own bookkeeping says. */
async function settle(world: World, before: number): Promise<void> {
  const { family, wire, kind } = world;
  if (world.loot !== null && family.over === null && !isOld(world)) await confront(world);
  const over = family.over !== null || isOld(world);
  // Asked at a time when the token itself would still do: it is the session that must have ended.
  vi.setSystemTime(family.over === null ? world.now : world.granted);
  if (!over) await present(world, "somebody", [wire.tokens.length - 1]);
  must(
    (await wire.isIn()) === !over,
    `An access token ${over ? "outlived" : "ended before"} its session`,
  );
  vi.setSystemTime(world.now);
  if (kind === "honest")
    must(family.over !== "reused", "Two tabs and a bad network ended a session");
  const events = (await reuses(world.userId)) - before;
  must(
    events > 0 === (family.over === "reused"),
    `${events} events of reuse, ended: ${family.over}`,
  );
  if (!over) return;
  for (const token of new Set([0, world.jar, wire.tokens.length - 1])) {
    const { outcome } = await wire.present(token);
    const ended = family.over === "reused" ? "reused" : "over";
    must(outcome.kind === ended, `After its end the session answered ${outcome.kind}`);
  }
  must(
    (await reuses(world.userId)) - before === events,
    "A session was ended by reuse after its end",
  );
}

/**
 * Plays the session of one seed from sign-in to end: the real verbs, the real database, a clock that is set.
 * Throws with the seed and everything that happened when a rule breaks.
 */
export async function play(
  seed: number,
  account: { userId: string; email: string; password: string },
): Promise<Played> {
  const dice = chance(seed);
  const kind = KINDS[seed % KINDS.length] ?? "honest";
  vi.setSystemTime(START);
  const before = await reuses(account.userId);
  const { email, password } = account;
  const world: World = {
    kind,
    dice,
    now: START,
    family: openFamily(START),
    wire: await openWire({ email, password }),
    userId: account.userId,
    jar: 0,
    late: [],
    loot: null,
    taken: new Map(),
    granted: START,
    refreshes: 0,
    trace: [],
  };
  try {
    for (let left = 12 + dice.upTo(18); left > 0; left -= 1) await step(world);
    await settle(world, before);
  } catch (error) {
    throw new Error(`seed ${seed}, ${kind}: ${String(error)}\n${world.trace.join("\n")}`, {
      cause: error,
    });
  }
  const end = world.family.over ?? (isOld(world) ? "expired" : "alive");
  return { kind, refreshes: world.refreshes, end, stolen: world.loot !== null };
}
