import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PARK_AFTER, drain, retryDelay, seenBy, type DrainDeps, type OutboxRow } from "./core.ts";

function row(seq: number): OutboxRow {
  return {
    seq,
    type: "client.updated",
    topic: "clients",
    permission: "clients.read",
    entity: "client",
    entityId: `cli_${seq}`,
    actorId: "usr_1",
    actorName: "Claire",
    at: "2026-11-24T09:00:00.000Z",
    after: null,
  };
}

/** An outbox in memory whose delivery fails for the sequence numbers in `poison`. */
function world(size: number, poison: ReadonlySet<number> = new Set()) {
  const rows = Array.from({ length: size }, (_, index) => row(index + 1));
  const delivered: number[] = [];
  const parked: number[] = [];
  let cursor = 0;
  let failure: ReturnType<DrainDeps["failure"]> = null;
  const deps: DrainDeps = {
    read: async (seq, limit) => rows.filter((item) => item.seq > seq).slice(0, limit),
    deliver(batch) {
      for (const item of batch) {
        if (poison.has(item.seq)) throw new Error(`cannot deliver ${item.seq}`);
        delivered.push(item.seq);
      }
    },
    cursor: () => cursor,
    advance: (seq) => (cursor = seq),
    failure: () => failure,
    setFailure: (next) => (failure = next),
    park: (item) => parked.push(item.seq),
  };
  return { deps, delivered, parked, cursor: () => cursor };
}

describe("drain", () => {
  it("delivers everything in order, across batches", async () => {
    const { deps, delivered } = world(450);
    expect(await drain(deps)).toBeNull();
    expect(delivered).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
  });

  it("waits longer after each failure, and at most a minute", () => {
    expect([1, 2, 3].map(retryDelay)).toEqual([500, 1000, 2000]);
    expect(retryDelay(40)).toBe(60_000);
  });

  it("parks a row that fails ten times and goes on with the next", async () => {
    const { deps, delivered, parked } = world(3, new Set([2]));
    let waits = 0;
    while ((await drain(deps)) !== null) waits += 1;
    expect(parked).toEqual([2]);
    expect(new Set(delivered)).toEqual(new Set([1, 3]));
    expect(waits).toBeGreaterThanOrEqual(PARK_AFTER - 1);
  });

  it("parks nothing while the database is away", async () => {
    const { deps, parked } = world(3);
    const away = { ...deps, read: () => Promise.reject(new Error("D1 is away")) };
    for (let attempt = 0; attempt < 30; attempt += 1) expect(await drain(away)).toBeGreaterThan(0);
    expect(parked).toEqual([]);
    expect(await drain(deps)).toBeNull();
  });

  it("delivers or parks every row at least once, whatever is poisoned", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), async (bad) => {
        const { deps, delivered, parked, cursor } = world(40, new Set(bad));
        while ((await drain(deps)) !== null);
        expect(new Set([...delivered, ...parked]).size).toBe(40);
        expect(new Set(parked)).toEqual(new Set(bad));
        expect(cursor()).toBe(40);
      }),
      { numRuns: 40 },
    );
  });
});

const holding = (...permissions: string[]) => ({ claims: { userId: "usr_2" }, permissions });

describe("who is seen to be present", () => {
  const people = [{ userId: "usr_1" }, { userId: "usr_2" }];

  it("is everybody for whoever may see members, and oneself for anybody else", () => {
    expect(seenBy(holding("identity.read"), people)).toEqual(people);
    expect(seenBy(holding("boards.read"), people)).toEqual([{ userId: "usr_2" }]);
  });
});
