import { describe, expect, it } from "vitest";
import { RETRIES_MS } from "#domain/webhooks/retries.ts";
import { listDeliveries, readDelivery, replayDelivery, replayFailed } from "./delivery-log.ts";
import { createWorld } from "./testing-world.ts";

type World = ReturnType<typeof createWorld>;

const HOUR = 3_600_000;
const log = (world: World) => listDeliveries(world.sql, {}, null, 10_000);

/** Lets the world run until nothing is planned any more, or for so many alarms. */
async function settle(world: World, most = 400): Promise<void> {
  for (let turn = 0; turn < most; turn += 1) {
    await world.wake();
    const next = world.store.nextAt();
    if (next === null) return;
    world.world.now = Math.max(world.world.now, next);
  }
  throw new Error("The world does not come to rest");
}

describe("a webhook", () => {
  it("gets what is committed after it, in order, and nothing of before", async () => {
    const world = createWorld(1);
    world.commit();
    const shop = world.addWebhook("shop");
    const seqs = [world.commit(), world.commit(), world.commit()];
    await settle(world);
    expect(shop.got.map(({ seq }) => seq)).toEqual(seqs);
    expect(log(world).map(({ state }) => state)).toEqual(["delivered", "delivered", "delivered"]);
  });

  it("gets the types that it chose, of topics whose keys its maker held", async () => {
    const world = createWorld(2);
    const some = world.addWebhook("some", { types: ["client.deleted"] });
    const all = world.addWebhook("all", { permissions: ["boards.read"] });
    world.commit({ type: "client.created" });
    const deleted = world.commit({ type: "client.deleted" });
    const board = world.commit({ type: "board.created", permission: "boards.read" });
    await settle(world);
    expect(some.got.map(({ seq }) => seq)).toEqual([deleted]);
    expect(all.got.map(({ seq }) => seq)).toEqual([board]);
  });

  it("that is paused gets nothing: what waits goes on waiting, what happens meanwhile is not for it", async () => {
    const world = createWorld(3);
    const shop = world.addWebhook("shop");
    shop.answer = () => ({ status: 500 });
    const before = world.commit();
    await world.wake();
    world.change("shop", "paused");
    world.commit();
    shop.answer = () => ({ status: 200 });
    world.world.now += 48 * HOUR;
    await settle(world);
    expect(shop.got).toHaveLength(1);
    expect(log(world)).toMatchObject([{ state: "waiting", nextAt: null }]);
    world.change("shop", "resumed");
    const after = world.commit();
    await settle(world);
    expect(shop.got.slice(1).map(({ seq }) => seq)).toEqual([before, after]);
  });

  it("that is deleted gives up what waits, and the log says so", async () => {
    const world = createWorld(4);
    const shop = world.addWebhook("shop");
    shop.answer = () => ({ status: 500 });
    world.commit();
    await world.wake();
    world.change("shop", "deleted");
    await settle(world);
    expect(shop.got).toHaveLength(1);
    expect(log(world)).toMatchObject([{ state: "failed", nextAt: null }]);
  });

  it("that says it is gone is paused at once, and told of once", async () => {
    const world = createWorld(5);
    const shop = world.addWebhook("shop");
    shop.answer = () => ({ status: 410 });
    world.commit();
    world.commit();
    await settle(world);
    expect(world.pauses).toEqual(["shop"]);
    expect(shop.got).toHaveLength(1);
    expect(log(world).map(({ state }) => state)).toEqual(["waiting", "failed"]);
  });

  it("at which nothing arrives for five days is paused", async () => {
    const world = createWorld(6);
    const shop = world.addWebhook("shop");
    shop.answer = () => ({ status: null });
    for (let day = 0; day < 5; day += 1) {
      world.commit();
      await world.wake();
      expect(world.pauses).toEqual([]);
      world.world.now += 24 * HOUR;
    }
    world.commit();
    await world.wake();
    expect(world.pauses).toEqual(["shop"]);
  });
});

describe("a delivery", () => {
  it("is tried nine times over about a day under one id, then stands as failed", async () => {
    const world = createWorld(7);
    const shop = world.addWebhook("shop");
    shop.answer = () => ({ status: 503 });
    world.commit();
    const began = world.world.now;
    await settle(world);
    expect(shop.got).toHaveLength(RETRIES_MS.length + 1);
    expect(new Set(shop.got.map(({ id }) => id)).size).toBe(1);
    expect(log(world)).toMatchObject([{ state: "failed", attempts: 9, last: { status: 503 } }]);
    expect((world.world.now - began) / HOUR).toBeGreaterThan(17);
    expect((world.world.now - began) / HOUR).toBeLessThan(27);
  });

  it("waits as long as its receiver asks, but not for ever", async () => {
    const world = createWorld(8);
    const shop = world.addWebhook("shop");
    shop.answer = () => ({ status: 429, retryAfter: HOUR });
    world.commit();
    await world.wake();
    const wait = () => (world.store.nextAt() ?? 0) - world.world.now;
    expect(wait()).toBeGreaterThan(HOUR - 1000);
    shop.answer = () => ({ status: 429, retryAfter: 90 * 24 * HOUR });
    world.world.now += 2 * HOUR;
    await world.wake();
    expect(wait() / HOUR).toBeLessThanOrEqual(12);
  });

  it("that failed can be sent again, with all its attempts before it", async () => {
    const world = createWorld(9);
    const shop = world.addWebhook("shop");
    shop.answer = () => ({ status: 500 });
    const since = world.world.now;
    world.commit();
    world.commit();
    await settle(world);
    const id = log(world)[0]?.id ?? "";
    shop.answer = () => ({ status: 204 });
    replayDelivery(world.sql, id, world.world.now);
    await settle(world);
    expect(readDelivery(world.sql, id)).toMatchObject({ state: "delivered", attempts: 10 });
    expect(replayFailed(world.sql, "shop", since, world.world.now)).toBe(1);
    await settle(world);
    expect(log(world).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
  });

  it("does not wait behind another webhook's slow receiver", async () => {
    const world = createWorld(10);
    for (let n = 0; n < 6; n += 1) {
      const slow = world.addWebhook(`slow${n}`);
      slow.answer = () => ({ status: null, takes: 10_000 });
    }
    for (let n = 0; n < 3; n += 1) world.commit();
    await world.wake();
    const quick = world.addWebhook("quick");
    world.world.now += 10_000;
    world.commit();
    const began = world.world.now;
    quick.answer = () => {
      expect(world.world.now - began).toBeLessThan(40_000);
      return { status: 200 };
    };
    await world.wake();
    expect(quick.got).toHaveLength(1);
  });

  it("is forgotten a month after, with its attempts", async () => {
    const world = createWorld(11);
    world.addWebhook("shop");
    world.commit();
    await settle(world);
    world.store.purge(world.world.now);
    expect(log(world)).toHaveLength(1);
    world.world.now += 31 * 24 * HOUR;
    world.store.purge(world.world.now);
    expect(log(world)).toEqual([]);
    expect(world.sql.exec("SELECT * FROM attempts").toArray()).toEqual([]);
  });
});

describe("the history that came with a restored database", () => {
  it("is not sent again", async () => {
    const world = createWorld(12);
    const shop = world.addWebhook("shop");
    world.commit();
    world.world.now += 48 * HOUR;
    world.world.newsSince = world.world.now;
    const fresh = world.commit();
    await settle(world);
    expect(shop.got.map(({ seq }) => seq)).toEqual([fresh]);
  });
});
