import { vi } from "vitest";
import { commentVersion } from "#domain/boards/comment.ts";
import type { Op } from "#domain/boards/ops.ts";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { metaOf } from "#objects/board/core.ts";
import type { Device } from "./board-device.ts";
import type { Taking } from "./board-object.ts";
import { expectFold } from "./board-fold.ts";
import { look, RIGHTS, take, type World } from "./board-world.ts";

type Play = (world: World, device: Device) => void | Promise<void>;

async function doSomething(world: World, device: Device): Promise<void> {
  const { dice, ops, written } = world;
  if (device.dead()) return;
  if (dice.happens(0.15)) {
    const undone = await device.step(dice.happens(0.7) ? "undo" : "redo");
    for (const op of undone) if (op.kind === "card.create") written.delete(op.card);
    return;
  }
  if (dice.happens(0.7)) return void (await device.act(ops.pop() ?? cardOp(1)));
  const op = cardOp((world.serial += 1), 1 + dice.upTo(3));
  // Undo may delete it again, which leaves it restorable: it is never just gone.
  if (op.kind === "card.create" && (await device.act(op))) written.add(op.card);
}

/** An op of a page that knows more than the object does: it is refused alone. */
async function newerOp({ dice }: World, device: Device): Promise<void> {
  if (device.dead()) return;
  const set = { title: "Plus tard", texture: "bois" };
  const op = { kind: "card.update", card: testId("crd", 1 + dice.upTo(12)), set };
  await device.act(op as unknown as Op);
}

/** A page opens a card and reads its comments beside the board, at whatever version it holds the board itself. */
async function openCard({ counts, object }: World, device: Device): Promise<void> {
  if (device.dead() || !device.wire()) return;
  const { comments } = await object.comments(testId("crd", 1 + ((counts["act"] ?? 0) % 12)));
  const told = comments.map((comment) => ({
    ...comment,
    born: commentVersion(comment),
    versions: {},
  }));
  device.engine().replica.hold(told);
}

async function foldOf(world: World, device: Device): Promise<void> {
  await openCard(world, device);
  expectFold(world, device);
}

/** Ops over REST, whose answer may be lost: then the request is repeated. */
async function overRest(world: World): Promise<void> {
  const { dice, object, rest, rights, ops } = world;
  const userId = dice.pick([...rights.keys()]) ?? "usr_a";
  const held = rights.get(userId) ?? [];
  const again = dice.happens(0.3) ? dice.pick(rest) : undefined;
  if (again) {
    await repeat(world, again);
    return;
  }
  if (!held.includes("boards.write")) return;
  const asked = Array.from({ length: 1 + dice.upTo(3) }, () => ops.pop() ?? cardOp(1));
  const base = dice.happens(0.5) ? metaOf(object.storage).version : Number.MAX_SAFE_INTEGER;
  const push = {
    client: `rest-${world.serial++}`,
    fingerprint: "one",
    userId,
    origin: { name: userId, kind: "person" as const, address: null, requestId: null },
    rights: { write: true, manage: held.includes("boards.manage") },
    ops: asked.map((op, i) => ({ seq: i + 1, base, op })),
  };
  const answer = await object.outside(push);
  look(world);
  if (answer) rest.push({ push, results: answer.results });
}

/** The same request again gets the same answers; another one under its key is refused. */
async function repeat(world: World, { push, results }: World["rest"][number]): Promise<void> {
  const { object } = world;
  const before = metaOf(object.storage).version;
  const other = await object.outside({ ...push, fingerprint: "other" });
  const same = await object.outside(push);
  look(world);
  const now = metaOf(object.storage).version;
  if (other !== null || now !== before || JSON.stringify(same?.results) !== JSON.stringify(results))
    throw new Error("A request that came twice was not answered as before");
}

async function changeRights(world: World): Promise<void> {
  const { dice, rights, object } = world;
  const userId = dice.pick(["usr_b", "usr_c"]) ?? "usr_b";
  rights.set(userId, dice.pick(RIGHTS) ?? RIGHTS[0]);
  await object.authorityChanged(userId);
}

async function backUp(world: World): Promise<void> {
  const { object, dice, devices } = world;
  // Every third world has such a day.
  if (world.seed % 3 !== 0) return;
  if (!world.backup) {
    world.backup = object.backup();
    return;
  }
  object.restore(world.backup, `epo_${world.serial++}`, dice.happens(0.5));
  look(world);
  // What was written since is lost by intention, save what still waits on a device or is in the backup.
  world.acks = [];
  world.taken = [];
  world.rest = [];
  const waits = new Set(
    devices.flatMap((device) =>
      device
        .engine()
        .replica.waiting()
        .map(({ op }) => ("card" in op ? op.card : "")),
    ),
  );
  const kept = new Set(world.backup.cards.map(({ id }) => id));
  world.written = new Set([...world.written].filter((id) => waits.has(id) || kept.has(id)));
}

/** Three hundred moves into one narrowing gap, until ranks grow too long and the lane is ranked anew. */
export async function drill(world: World): Promise<void> {
  const column = testId("col", 1);
  const [low, one, two] = [901, 902, 903].map((n) => testId("crd", n)) as [string, string, string];
  const push = async (client: string, ops: Op[]) => {
    await world.object.outside({
      client,
      fingerprint: "",
      userId: "usr_a",
      origin: { name: "", kind: "person", address: null, requestId: null },
      rights: { write: true, manage: true },
      ops: ops.map((op, i) => ({ seq: i + 1, base: Number.MAX_SAFE_INTEGER, op })),
    });
    look(world);
  };
  await push("rest-drill-0", [cardOp(901), cardOp(902), cardOp(903)]);
  const moves = Array.from({ length: 270 }, (_, i): Op => {
    const [card, before] = i % 2 === 0 ? [two, one] : [one, two];
    return { kind: "card.move", card, column, after: low, before };
  });
  await push("rest-drill-1", moves);
}

const fateOf =
  (taking: Taking): Play =>
  async (world, device) => {
    await take(world, device, taking);
    if (taking === "mute") device.offline();
  };

/** The frames of one wire that has any. */
function onItsWay({ devices, dice }: World, way: "up" | "down"): unknown[] {
  const wires = devices.map((device) => device.wire()?.[way] ?? []);
  return dice.pick(wires.filter((frames) => frames.length > 0)) ?? [];
}

const swap = (frames: unknown[], at: number): void => {
  if (frames.length > at + 1) frames.splice(at, 2, frames[at + 1], frames[at]);
};

const repeatLast = (frames: unknown[]): void => {
  if (frames.length > 0 && typeof frames.at(-1) === "string") frames.push(frames.at(-1));
};

/** Up to six frames at once. */
async function drain(frames: readonly unknown[] | undefined, one: () => void | Promise<void>) {
  const count = Math.min(frames?.length ?? 0, 6);
  for (let i = 0; i < count; i += 1) await one();
}

/**
 * The device lost its power, and with it what it had written last: it holds what it held a while ago. What was kept
 * since and never sent is lost with it, which no program can help.
 */
async function fallBack(world: World, fallen: Device): Promise<void> {
  const { devices, dice, written, memories } = world;
  const { shelf } = fallen;
  const memory = memories.get(shelf);
  if (!memory) return void memories.set(shelf, structuredClone(shelf.clients));
  memories.delete(shelf);
  for (const device of devices) {
    if (device.shelf === shelf && !device.dead()) await device.crash();
  }
  const created = (clients: typeof memory) =>
    [...clients.values()].flatMap(({ pending }) =>
      pending.flatMap(({ op }) => (op.kind === "card.create" ? [op.card] : [])),
    );
  const left = new Set(created(memory));
  for (const card of created(shelf.clients)) if (!left.has(card)) written.delete(card);
  shelf.clients = memory;
  if (dice.happens(0.5)) return;
  // It is written on without the network, and dies once more, before it meets the object.
  await fallen.open();
  for (let n = dice.upTo(3); n >= 0; n -= 1) await doSomething(world, fallen);
  await fallen.crash();
}

/** The network does for everybody what it should. */
async function deliverAll(world: World): Promise<void> {
  for (const device of world.devices) {
    await drain(device.wire()?.up, () => take(world, device));
    await drain(device.wire()?.down, () => device.read());
  }
}

/** What may happen, with its weight. Faults stand under the names that docs/boards.md gives them. */
export const EVENTS: readonly [string, number, Play][] = [
  ["act", 60, doSomething],
  ["deliver all", 30, deliverAll],
  ["deliver up", 20, (world, device) => drain(device.wire()?.up, () => take(world, device))],
  ["deliver down", 20, (_world, device) => drain(device.wire()?.down, () => device.read())],
  ["wait", 8, async ({ dice }) => void (await vi.advanceTimersByTimeAsync(dice.upTo(2000)))],
  ["connect", 12, (_world, device) => device.online()],
  ["open a tab", 6, (_world, device) => device.open()],
  ["REST", 3, overRest],
  ["presence", 1, presence],
  ["view is the fold", 8, foldOf],
  ["rights", 1, changeRights],
  ["disconnect", 3, ({ dice }, device) => device.offline(dice.happens(0.6))],
  ["disconnect between commit and ack", 1, fateOf("mute")],
  ["kill after commit", 0.5, fateOf("cut")],
  ["kill before commit", 0.5, fateOf("undone")],
  ["eviction", 2, ({ object }) => object.evict()],
  ["duplicate up", 1, (world) => repeatLast(onItsWay(world, "up"))],
  ["duplicate down", 1, (world) => repeatLast(onItsWay(world, "down"))],
  ["reorder up", 0.7, (world) => swap(onItsWay(world, "up"), world.dice.upTo(3))],
  ["reorder down", 0.7, (world) => swap(onItsWay(world, "down"), world.dice.upTo(3))],
  ["drop up", 0.7, (world) => void onItsWay(world, "up").splice(world.dice.upTo(3), 1)],
  ["drop down", 1, (world) => void onItsWay(world, "down").splice(world.dice.upTo(3), 1)],
  ["tab crash after the write", 1, (_world, device) => device.crash()],
  ["device falls back", 0.6, fallBack],
  ["late batch of D1", 1, lateBatch],
  ["schema skew: older page", 0.4, (_world, device) => void (device.outdated = true)],
  ["schema skew: newer op", 0.6, newerOp],
  ["schema skew: older object", 0.3, ({ object }) => object.olderSchema()],
  ["backup and restore", 0.5, backUp],
];

function lateBatch(world: World): void {
  const [write] = world.object.late.splice(world.dice.upTo(world.object.late.length), 1);
  write?.();
  look(world);
}

function presence({ dice }: World, device: Device): void {
  if (!device.wire()?.client || device.dead()) return;
  const state = { card: null, field: null, dragging: false, x: dice.upTo(1000), y: 0 };
  device.engine().say({ kind: "presence", state });
}

const WEIGHT = EVENTS.reduce((sum, [, weight]) => sum + weight, 0);

/** One thing happens, to one of the devices. */
export async function happen(world: World): Promise<void> {
  const device = world.dice.pick(world.devices);
  let left = world.dice.next() * WEIGHT;
  for (const [name, weight, event] of EVENTS) {
    left -= weight;
    if (left >= 0 || !device) continue;
    world.counts[name] = (world.counts[name] ?? 0) + 1;
    return event(world, device);
  }
}
