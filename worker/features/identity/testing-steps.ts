import { GRACE_MS } from "./testing-family.ts";
import { grantOf, move, present, type World } from "./testing-world.ts";

/** A tab refreshes: the answer comes, comes later, or never does. */
async function tab(world: World, arrival: "at once" | "late" | "never"): Promise<void> {
  const [outcome] = await present(world, `a tab (answer ${arrival})`, [world.jar]);
  const grant = grantOf(outcome);
  if (grant === null || arrival === "never") return;
  if (arrival === "late") world.late.push(grant);
  else world.jar = grant;
}

async function bothTabs(world: World): Promise<void> {
  const outcomes = await present(world, "both tabs", [world.jar, world.jar]);
  for (const outcome of outcomes) world.jar = grantOf(outcome) ?? world.jar;
}

/** An answer that was on its way reaches the browser, whichever comes first. */
export function arrive(world: World): void {
  const token = world.late.splice(world.dice.upTo(world.late.length), 1)[0];
  if (token === undefined) return;
  world.jar = token;
  world.trace.push(`the answer with ${token} arrives`);
}

/** The time until a cookie that the browser may come to use was spent longer ago than the grace. */
function patience({ family, jar, late, now }: World): number {
  const spent = [jar, ...late].map((token) => family.spent[token] ?? null);
  const rest = spent.map((at) => (at === null ? Number.POSITIVE_INFINITY : at + GRACE_MS - now));
  return Math.min(...rest);
}

const WAITS = [0, 1, 900, 4_000, 9_000, GRACE_MS - 1, GRACE_MS, GRACE_MS + 1, 60_000, 840_000];
const DAYS = 4 * 86_400_000;

async function wait(world: World): Promise<void> {
  const { dice } = world;
  const ms = dice.happens(0.08) ? DAYS : (dice.pick(WAITS) ?? 0);
  // The thief is no reason: what the honest do within the grace holds beside a theft as well.
  if (world.kind !== "careless" && ms > patience(world)) {
    while (world.late.length > 0) arrive(world);
    await tab(world, "at once");
  }
  move(world, ms);
}

async function steal(world: World): Promise<void> {
  if (world.kind !== "theft") return;
  world.loot = world.jar;
  world.trace.push(`the cookie ${world.jar} is stolen`);
}

async function thief(world: World): Promise<void> {
  if (world.loot === null) return steal(world);
  const together = world.dice.happens(0.3);
  const tokens = together ? [world.loot, world.jar] : [world.loot];
  const [mine, theirs] = await present(world, "the thief", tokens);
  world.loot = grantOf(mine) ?? world.loot;
  if (together) world.jar = grantOf(theirs) ?? world.jar;
}

/** Answer after answer is lost, each asked for again in time for the one before: the grace counts from the first. */
async function insist(world: World): Promise<void> {
  if (world.kind !== "careless") return;
  for (let left = 3; left > 0; left -= 1) {
    await tab(world, "never");
    move(world, 9_000);
  }
}

async function signOut(world: World): Promise<void> {
  world.trace.push(`a tab signs out with ${world.jar}`);
  await world.wire.signOut(world.jar);
  world.family.signOut();
}

/** What may happen, with its weight. */
const EVENTS: readonly [number, (world: World) => void | Promise<void>][] = [
  [24, (world) => tab(world, "at once")],
  [10, (world) => tab(world, "never")],
  [10, (world) => tab(world, "late")],
  [10, arrive],
  [10, bothTabs],
  [26, wait],
  [12, thief],
  [4, insist],
  [1, signOut],
];
const WEIGHT = EVENTS.reduce((sum, [weight]) => sum + weight, 0);

/** Something happens. */
export async function step(world: World): Promise<void> {
  let at = world.dice.upTo(WEIGHT);
  for (const [weight, event] of EVENTS) {
    if (at < weight) return event(world);
    at -= weight;
  }
}
