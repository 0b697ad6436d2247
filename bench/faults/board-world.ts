import { expect, vi } from "vitest";
import * as fc from "fast-check";
import type { ClientMessage, Result } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import type { RejectReason } from "#domain/boards/verdict.ts";
import { PROTOCOL } from "#domain/boards/protocol.ts";
import { anyOp, cardOp, testId } from "#domain/boards/testing.ts";
import { type Chance, chance } from "#domain/testing-chance.ts";
import { metaOf } from "#objects/board/core.ts";
import { readBacklog } from "#objects/board/projection.ts";
import { emptyShelf, type Shelf } from "#web/features/boards/sync/memory-keeper.ts";
import { type Device, openDevice } from "./board-device.ts";
import { boardObject, type BoardObject, type Taking } from "./board-object.ts";
import { stubEdge } from "./board-room.ts";
import { type Witness, witness } from "./board-witness.ts";
import type { Fate, TenantDatabase } from "./d1.ts";

/** Rights that a person may have, from all to none. */
export const RIGHTS = [
  ["boards.read", "boards.write", "boards.manage"],
  ["boards.read", "boards.write"],
  ["boards.read"],
  [],
] as const;

/** An answer as it arrived. */
interface Ack {
  client: string;
  result: Result;
}

/** A push that the object answered whole. */
interface Taken {
  epoch: string;
  userId: string;
  client: string;
  text: string;
}

/** Everything that plays, and what has to hold in the end. */
export interface World {
  seed: number;
  object: BoardObject;
  devices: Device[];
  witness: Witness;
  dice: Chance;
  ops: Op[];
  serial: number;
  rights: Map<string, readonly string[]>;
  acks: Ack[];
  taken: Taken[];
  /** Cards that somebody wrote: each must exist in the end, come what may. */
  written: Set<string>;
  /** What was refused, and on which device. */
  refusals: { shelf: Shelf; op: Op; reason: RejectReason }[];
  /** What devices held some time ago, under their shelves. */
  memories: Map<Shelf, Shelf["clients"]>;
  backup: ReturnType<BoardObject["backup"]> | null;
  rest: { push: Parameters<BoardObject["outside"]>[0]; results: Result[] }[];
  /** How often each thing happened. */
  counts: Record<string, number>;
  /** The highest version of each row that D1 has shown. */
  rows: Map<string, number>;
  /** Batches of D1 that were looked at. */
  batches: number;
  quiet: boolean;
}

export const STEPS = 400;

/** Whose tabs there are, by device: two of one person share one. */
const TABS = [
  ["usr_a", 0],
  ["usr_a", 0],
  ["usr_a", 1],
  ["usr_b", 2],
  ["usr_c", 3],
] as const;

/** A world before anything happened. */
export async function newWorld(seed: number, database: TenantDatabase): Promise<World> {
  const dice = chance(seed);
  const rights = new Map<string, readonly string[]>([
    ["usr_a", RIGHTS[0]],
    ["usr_b", RIGHTS[1]],
    ["usr_c", RIGHTS[0]],
  ]);
  const rightsOf = (userId: string) => rights.get(userId) ?? RIGHTS[0];
  const fates: readonly Fate[] = ["well", "well", "lost", "away", "late"];
  const state = { quiet: false };
  const fate = () => (state.quiet ? "well" : (dice.pick(fates) ?? "well"));
  stubEdge(() => !state.quiet && dice.happens(0.02));
  const board = testId("brd", seed + 1);
  const object = await boardObject({ board, database, fate, rightsOf });
  const world: World = Object.assign(state, {
    seed,
    object,
    devices: [],
    witness: witness(object, rightsOf),
    dice,
    ops: fc.sample(anyOp, { seed, numRuns: STEPS }),
    serial: 1000,
    rights,
    acks: [],
    taken: [],
    written: new Set<string>(),
    refusals: [],
    memories: new Map(),
    backup: null,
    rest: [],
    counts: {},
    rows: new Map<string, number>(),
    batches: -1,
  });
  const shelves = TABS.map(() => emptyShelf());
  for (const [userId, shelf] of TABS) {
    const told = {
      acked: (client: string, results: readonly Result[], epoch: string) => {
        // What was answered before a restore is lost by intention, however late the answer comes.
        if (epoch !== world.witness.epoch()) return;
        world.acks.push(...results.map((result) => ({ client, result })));
      },
      refused: (op: Op, reason: RejectReason) => {
        world.refusals.push({ shelf: shelves[shelf] ?? emptyShelf(), op, reason });
        if (op.kind === "card.create") world.written.delete(op.card);
      },
    };
    world.devices.push(await openDevice(object, userId, shelves[shelf] ?? emptyShelf(), told));
  }
  await object.outside({
    client: "rest-first",
    fingerprint: "",
    userId: "usr_a",
    origin: { name: "", kind: "person", address: null, requestId: null },
    rights: { write: true, manage: true },
    ops: [1, 2, 3, 4, 5, 6].map((n) => ({ seq: n, base: 0, op: cardOp(n, 1 + (n % 3)) })),
  });
  look(world);
  for (const device of world.devices) if (dice.happens(0.7)) await device.online();
  return world;
}

/** Somebody elsewhere adds cards, at the end and in one moment: what comes after the first waits for the next frame. */
async function lastWords(world: World, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    await world.object.outside({
      client: `rest-last-${n}`,
      fingerprint: "",
      userId: "usr_a",
      origin: { name: "", kind: "person", address: null, requestId: null },
      rights: { write: true, manage: true },
      ops: [{ seq: 1, base: Number.MAX_SAFE_INTEGER, op: cardOp(990 + n) }],
    });
  }
  look(world);
}

/** Looks at what the object did. */
export function look(world: World): void {
  world.witness.look(!world.quiet && world.dice.happens(0.2));
  expectForward(world);
}

/** D1's rows and watermark never go back. */
function expectForward(world: World): void {
  const { object, rows } = world;
  const { board, database } = object;
  if (world.batches === database.batches()) return;
  world.batches = database.batches();
  const now = database.all<{ id: string; version: number }>(
    `SELECT id, src_version AS version FROM tasks WHERE board_id = ?1
     UNION ALL SELECT id, src_version FROM board_columns WHERE board_id = ?1
     UNION ALL SELECT source, version FROM projections WHERE source = ?2`,
    board,
    `boards/${board}`,
  );
  for (const { id, version } of now) {
    if (version < (rows.get(id) ?? 0)) throw new Error(`D1's row ${id} went back to ${version}`);
    rows.set(id, version);
  }
}

/** The object takes one frame of a device. */
export async function take(world: World, device: Device, taking: Taking = "well"): Promise<void> {
  const { object } = world;
  const wire = device.wire();
  const text = wire?.up[0];
  if (!wire || text === undefined) return;
  const message = JSON.parse(text) as ClientMessage;
  if (message.kind === "hello") wire.client = message.client;
  const { client } = wire;
  const before = metaOf(object.storage).version;
  if (message.kind === "push" && client !== null) {
    for (const { seq, op } of message.ops) {
      const { only, set } = op as { only?: object; set?: object };
      if (only) world.witness.undoing.add(`${client}:${seq}`);
      if (set && "texture" in set) world.witness.unknown.add(`${client}:${seq}`);
    }
  }
  await object.take(wire, taking);
  look(world);
  if (message.kind === "hello" && message.protocol !== PROTOCOL) {
    expect(wire.open, "an older page is shown the door").toBe(false);
  }
  if (message.kind !== "push") {
    const { version } = metaOf(object.storage);
    expect(version, `a ${message.kind} raises no version`).toBe(before);
  } else if (client !== null && taking !== "undone") {
    const last = object.storage.all<{ n: number }>(
      "SELECT lastSeq AS n FROM clients WHERE id = ?",
      client,
    )[0];
    if ((last?.n ?? 0) < (message.ops.at(-1)?.seq ?? 0)) return;
    world.taken.push({ epoch: world.witness.epoch(), userId: device.userId, client, text });
  }
}

/** Everybody comes back and everything is delivered, until nothing moves. */
export async function settle(world: World): Promise<void> {
  const { object, devices, rights, dice } = world;
  world.quiet = true;
  for (const userId of rights.keys()) {
    rights.set(userId, RIGHTS[0]);
    await object.authorityChanged(userId);
  }
  // In every other world those who are connected stay so: nobody has to come back to see the board as it is.
  const staying = dice.happens(0.5);
  for (const device of devices) {
    if (!staying || !device.wire()?.open) device.offline(dice.happens(0.5));
    if (device.outdated) await device.crash();
    await device.open();
  }
  for (let round = 0; round < 60; round += 1) {
    // What was lost before is seen by the next thing that happens; what was lost last, by a waking object's word alone.
    if (round === 50) {
      const evicted = dice.happens(0.5);
      await lastWords(world, evicted ? 2 : 1);
      if (evicted) object.evict();
    }
    for (const device of devices) {
      await device.online();
      while ((device.wire()?.up.length ?? 0) > 0) await take(world, device);
    }
    for (const device of devices) {
      while ((device.wire()?.down.length ?? 0) > 0) device.read();
    }
    await vi.advanceTimersByTimeAsync(round < 20 ? 1100 : 100);
  }
  while (readBacklog(object.storage)) {
    await object.alarm(true);
    look(world);
  }
  for (const write of object.late.splice(0)) {
    write();
    look(world);
  }
}
