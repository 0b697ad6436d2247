import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { addClient } from "#worker/features/clients/testing.ts";
import {
  addWebhook,
  callsTo,
  deliveriesOf,
  fakeOutside,
  good,
} from "#worker/features/webhooks/testing.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { readReceiver } from "#worker/platform/outbound/receiver.ts";
import { purgeTenant } from "#worker/platform/purge.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import type { WebhookRoom } from "./room.ts";

let home: TestOrganization;
let away: TestOrganization;
beforeAll(async () => {
  home = await mintOrganization();
  away = await mintOrganization("Ailleurs");
});
afterEach(() => vi.restoreAllMocks());

const NOW = new Date().toISOString();
const room = ({ tenant }: TestOrganization) =>
  testEnv.WEBHOOK_ROOM.getByName(
    roomName(tenant, "webhooks"),
  ) as unknown as DurableObjectStub<WebhookRoom>;

describe("the webhooks of an organization", () => {
  it("refuse every call for another", async () => {
    const webhook = await addWebhook(home.owner);
    const { id } = await good<{ id: string }>(home.owner.call(`post /webhooks/${webhook.id}/test`));
    await runInDurableObject(room(home), async (object) => {
      const { tenant } = away;
      const actor = { id: away.owner.userId, name: "Ailleurs" };
      const calls = [
        () => object.poke(tenant),
        () => object.standings(tenant),
        () => object.list(tenant, {}, null, 10),
        () => object.read(tenant, id),
        () => object.replay(tenant, id),
        () => object.replayFailed(tenant, webhook.id, NOW),
        () => object.sendTest(tenant, webhook.id, actor),
        () => object.erase(tenant),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(/another organization/);
    });
  });

  it("read where they send from their own database alone", async () => {
    const { id } = await addWebhook(away.owner);
    expect(await readReceiver(testEnv, away.tenant, id, NOW)).toMatchObject({ active: true });
    const crossed = { ...home.tenant, binding: away.tenant.binding };
    await expect(readReceiver(testEnv, crossed, id, NOW)).rejects.toThrow(/another owner/);
    expect(await readReceiver(testEnv, home.tenant, id, NOW)).toBeNull();
  });

  it("are not reached by whoever lacks the key, not even while the check is on its way", async () => {
    const keyless = await home.join("viewer");
    const wanted = keyless.ctx("webhooks.manage").rooms.webhooks();
    await expect(wanted).rejects.toThrow("permission.denied");
  });

  it("of two organizations hear of their own events alone", async () => {
    const calls = fakeOutside(() => new Response(null, { status: 204 }));
    const [mine, theirs] = [
      await addWebhook(home.owner, { types: ["*"] }),
      await addWebhook(away.owner, { types: ["*"] }),
    ];
    await good(home.owner.call("post /clients", { company: "Chez nous" }));
    await good(away.owner.call("post /clients", { company: "Chez eux" }));
    await expect
      .poll(() => [mine, theirs].map((one) => callsTo(calls, one).length), { timeout: 10_000 })
      .toEqual([1, 1]);
    expect(callsTo(calls, mine)[0]?.body).toContain("Chez nous");
    expect(callsTo(calls, theirs)[0]?.body).toContain("Chez eux");
  });
});

describe("what was committed", () => {
  it("is sent although the object was evicted and its poke lost", async () => {
    const calls = fakeOutside(() => new Response(null, { status: 204 }));
    const webhook = await addWebhook(home.owner);
    await vi.waitUntil(() =>
      runInDurableObject(room(home), (_o, state) => state.storage.getAlarm().then(() => true)),
    );
    await addClient(home.owner, { company: "Sans nouvelle" });
    expect(callsTo(calls, webhook)).toEqual([]);
    await evictDurableObject(room(home));
    await testEnv.OUTBOX_ROOM.getByName(roomName(home.tenant, "outbox")).poke(home.tenant);
    await expect.poll(() => callsTo(calls, webhook).length, { timeout: 10_000 }).toBe(1);
  });

  it("and failed waits in the object's own storage, and goes out with its alarm", async () => {
    let status = 500;
    const calls = fakeOutside(() => new Response(null, { status }));
    const webhook = await addWebhook(home.owner);
    await good(home.owner.call("post /clients", { company: "Deux fois" }));
    const state = async () => (await deliveriesOf(home.owner, `webhook=${webhook.id}`))[0];
    await expect.poll(async () => (await state())?.attempts, { timeout: 10_000 }).toBe(1);
    status = 204;
    await evictDurableObject(room(home));
    await expect
      .poll(
        async () => {
          await runDurableObjectAlarm(room(home));
          return (await state())?.state;
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe("delivered");
    const ids = callsTo(calls, webhook).map((call) => call.headers["webhook-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("stays in the outbox however old it is, for an object that lags behind", async () => {
    const count = () => home.db.prepare("SELECT count(*) AS n FROM outbox").first<number>("n");
    await home.db.prepare("UPDATE outbox SET at = '2020-01-01T00:00:00.000Z'").run();
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await purgeTenant(testEnv, systemClock, home.tenant);
    expect(await count()).toBe(before);
  });
});

describe("an erased object", () => {
  it("holds nothing, does nothing, and takes nothing up", async () => {
    await room(away).erase(away.tenant);
    await runInDurableObject(room(away), async (object, state) => {
      await object.erase(away.tenant);
      await object.alarm();
      expect(await state.storage.getAlarm()).toBeNull();
      await expect(object.poke(away.tenant)).rejects.toThrow(/deleted/);
    });
  });
});
