import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { boardMap, type BoardMap } from "#domain/boards/board-map.ts";
import type { Op } from "#domain/boards/ops.ts";
import { anyOp, cardOp, contents } from "#domain/boards/testing.ts";
import { snapshotFrames } from "#objects/board/catch-up.ts";
import { metaOf } from "#objects/board/core.ts";
import { type Backlog, readBacklog } from "#objects/board/projection.ts";
import { follow } from "#objects/board/testing-follow.ts";
import { boardObject, type BoardObject } from "./board-object.ts";
import { type Device, openDevice } from "./board-device.ts";
import { chance, type Chance } from "#domain/testing-chance.ts";

/** More with `FAULT_SEEDS=500 npx vitest run --project pure bench/faults`. */
const SEEDS = Number(process.env["FAULT_SEEDS"] ?? 25);
/** Seeds that once failed, kept for good. */
const PINNED: readonly number[] = [];
const STEPS = 250;

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-21T10:00:00.000Z") }));
afterEach(() => void vi.useRealTimers());

interface World {
  object: BoardObject;
  devices: Device[];
  dice: Chance;
  ops: Op[];
  /** Ids of cards that somebody wrote: each must exist in the end, come what may. */
  written: string[];
  serial: number;
  late: Backlog[];
}

function live(board: BoardMap): unknown {
  const copy = boardMap();
  copy.columns = board.columns;
  copy.cards = new Map([...board.cards].filter(([, card]) => !card.deleted));
  return contents(copy);
}

const iso = () => new Date(Date.now()).toISOString();

async function doSomething(world: World, device: Device): Promise<void> {
  const { dice, ops, written } = world;
  if (dice.happens(0.1)) {
    for (const undone of await device.undo()) {
      if (undone.kind === "card.create") world.written = written.filter((id) => id !== undone.card);
    }
    return;
  }
  if (dice.happens(0.7)) return void (await device.act(ops.pop() ?? cardOp(1)));
  const op = cardOp((world.serial += 1), 1 + dice.upTo(3));
  // Undo may delete it again, which leaves it restorable: it is never just gone.
  if (op.kind === "card.create" && (await device.act(op))) written.push(op.card);
}

/** What may happen, with its weight. Frames may be repeated, lost, or lose their turn. */
const EVENTS: readonly [number, (world: World, device: Device) => void | Promise<void>][] = [
  [30, doSomething],
  [20, ({ object }, device) => drain(device.wire()?.up, () => take(object, device))],
  [22, (_world, device) => drain(device.wire()?.down, () => device.read())],
  [10, ({ object }) => object.tick()],
  [3, (_world, device) => device.offline()],
  [6, (_world, device) => device.online()],
  [
    2,
    ({ object }, device) => {
      // Committed, and the connection is lost before the answer.
      take(object, device, true);
      device.offline();
    },
  ],
  [1, ({ object }) => object.evict()],
  [1, (_world, device) => repeatLast(device.wire()?.up)],
  [1, (_world, device) => repeatLast(device.wire()?.down)],
  [1, ({ dice }, device) => void device.wire()?.down.splice(dice.upTo(3), 1)],
  [1, (_world, device) => device.crash()],
  [
    3,
    ({ object, dice, late }) => {
      const backlog = readBacklog(object.storage, 7);
      if (backlog && dice.happens(0.3)) late.push(backlog);
      object.project(dice.pick(["well", "lost", "away"] as const) ?? "well");
    },
  ],
];
const WEIGHT = EVENTS.reduce((sum, [weight]) => sum + weight, 0);

function take(object: BoardObject, device: Device, mute = false): void {
  const wire = device.wire();
  if (wire) object.take(wire, iso(), mute);
}

function repeatLast(frames: string[] | undefined): void {
  const last = frames?.at(-1);
  if (last !== undefined) frames?.push(last);
}

/** Up to six frames at once. */
function drain(frames: readonly string[] | undefined, one: () => void): void {
  const count = Math.min(frames?.length ?? 0, 6);
  for (let i = 0; i < count; i += 1) one();
}

async function happen(world: World): Promise<void> {
  const device = world.dice.pick(world.devices);
  let left = world.dice.upTo(WEIGHT);
  for (const [weight, event] of EVENTS) {
    left -= weight;
    if (left < 0 && device) return event(world, device);
  }
}

/** Everybody comes back and everything is delivered, until nothing moves. */
async function settle({ object, devices, late }: World): Promise<void> {
  for (const device of devices) device.offline();
  for (let round = 0; round < 60; round += 1) {
    for (const device of devices) {
      device.online();
      while ((device.wire()?.up.length ?? 0) > 0) take(object, device);
    }
    object.tick();
    for (const device of devices) {
      while ((device.wire()?.down.length ?? 0) > 0) device.read();
    }
    await vi.advanceTimersByTimeAsync(200);
  }
  while (readBacklog(object.storage)) object.project("well");
  for (const backlog of late) object.projectLate(backlog);
}

function expectAgreement({ object, devices, written }: World): void {
  const meta = metaOf(object.storage);
  const truth = follow(boardMap(), snapshotFrames(object.storage, meta.version));
  for (const device of devices) {
    const { replica } = device.engine();
    expect(replica.waiting(), "everything was answered").toEqual([]);
    expect(live(replica.confirmed()), "client and object agree").toEqual(live(truth));
    expect(replica.view().cards.size, "nothing is pending").toBe(0);
  }
  const log = object.storage.all<{ version: number; client: string; seq: number }>(
    "SELECT version, client, seq FROM ops ORDER BY version",
  );
  expect(log.map((op) => op.version)).toEqual(log.map((_op, i) => i + 1));
  const origins = log.map((op) => `${op.client}:${op.seq}`);
  expect(new Set(origins).size, "no op applied twice").toBe(log.length);
  expect([...object.d1.audit.values()].toSorted(), "audit tells each op once").toEqual(
    origins.toSorted(),
  );
  expect(object.d1.watermark).toBe(meta.version);
  for (const table of ["cards", "columns"]) {
    for (const row of object.storage.all<{ id: string; body: string }>(`SELECT * FROM ${table}`)) {
      expect(object.d1.rows.get(row.id)?.body, "D1 and object agree").toBe(row.body);
    }
  }
  const stored = object.storage.all<{ id: string }>("SELECT id FROM cards").map(({ id }) => id);
  expect(stored, "what was written is there").toEqual(expect.arrayContaining(written));
}

async function play(seed: number): Promise<World> {
  const object = boardObject();
  const dice = chance(seed);
  const devices = await Promise.all(
    ["usr_a", "usr_a", "usr_b", "usr_c"].map((userId) => openDevice(object, userId)),
  );
  const ops = fc.sample(anyOp, { seed, numRuns: STEPS });
  const world: World = { object, devices, dice, ops, written: [], serial: 1000, late: [] };
  for (const device of devices) if (dice.happens(0.7)) device.online();
  for (let step = 0; step < STEPS; step += 1) {
    await happen(world);
    if (dice.happens(0.4)) await vi.advanceTimersByTimeAsync(dice.upTo(60));
  }
  await settle(world);
  return world;
}

test.each([...PINNED, ...Array.from({ length: SEEDS }, (_, i) => 20_261_121 + i)])(
  "after quiet, clients, object and D1 agree and nothing was lost: seed %i",
  async (seed) => {
    const world = await play(seed);
    expect(world.written.length).toBeGreaterThan(0);
    expectAgreement(world);
  },
);

test("after a backup was restored, what waited goes out again under a fresh name, once", async () => {
  const object = boardObject();
  const [one, two] = [await openDevice(object, "usr_a"), await openDevice(object, "usr_b")];
  const world: World = {
    object,
    devices: [one, two],
    dice: chance(1),
    ops: [],
    written: [],
    serial: 0,
    late: [],
  };
  await settle(world);
  await one.act(cardOp(1, 1, "Avant"));
  await settle(world);
  const name = one.engine().replica.client();
  one.offline();
  await one.act(cardOp(2, 1, "Pendant"));
  object.restore();
  await one.act(cardOp(3, 1, "Après"));
  await settle(world);
  expectAgreement(world);
  const titles = [...two.engine().replica.confirmed().cards.values()].map((card) => card.title);
  expect(titles.toSorted()).toEqual(["Après", "Avant", "Pendant"]);
  expect(one.engine().replica.client()).not.toBe(name);
});
