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
import { chance, type Chance } from "./random.ts";

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

async function happen(world: World): Promise<void> {
  const { object, dice } = world;
  const device = dice.pick(world.devices);
  if (!device) return;
  const wire = device.wire();
  const what = dice.upTo(100);
  const few = 1 + dice.upTo(6);
  if (what < 30) await doSomething(world, device);
  else if (what < 50) for (let i = 0; i < few && wire; i += 1) object.take(wire, iso());
  else if (what < 72) for (let i = 0; i < few; i += 1) device.read();
  else if (what < 82) object.tick();
  else if (what < 85) device.offline();
  else if (what < 90) device.online();
  else if (what < 92) {
    // Committed, and the connection is lost before the answer.
    if (wire) object.take(wire, iso(), true);
    device.offline();
  } else if (what < 93) object.evict();
  else if (what < 94) wire?.up.length && wire.up.push(wire.up.at(-1) ?? "");
  else if (what < 95) wire?.down.length && wire.down.push(wire.down.at(-1) ?? "");
  else if (what < 96) wire?.down.splice(dice.upTo(3), 1);
  else if (what < 97) await device.crash();
  else {
    const backlog = readBacklog(object.storage, 7);
    if (backlog && dice.happens(0.3)) world.late.push(backlog);
    object.project(dice.pick(["well", "lost", "away"] as const) ?? "well");
  }
}

/** Everybody comes back and everything is delivered, until nothing moves. */
async function settle({ object, devices, late }: World): Promise<void> {
  for (const device of devices) device.offline();
  for (let round = 0; round < 60; round += 1) {
    for (const device of devices) {
      device.online();
      const wire = device.wire();
      while (wire && wire.up.length > 0) object.take(wire, iso());
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
  for (const id of written) {
    expect(object.storage.all("SELECT id FROM cards WHERE id = ?", id), id).toHaveLength(1);
  }
}

async function play(seed: number): Promise<void> {
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
  expectAgreement(world);
}

test.each([...PINNED, ...Array.from({ length: SEEDS }, (_, i) => 20_261_121 + i)])(
  "after quiet, clients, object and D1 agree and nothing was lost: seed %i",
  (seed) => play(seed),
);
