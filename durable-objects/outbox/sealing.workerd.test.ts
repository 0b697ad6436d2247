import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { addClient } from "#worker/features/clients/testing.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import type { OutboxRoom } from "./room.ts";

let organization: TestOrganization;

beforeEach(async () => {
  organization = await mintOrganization();
});

const room = () =>
  testEnv.OUTBOX_ROOM.getByName(
    roomName(organization.tenant, "outbox"),
  ) as unknown as DurableObjectStub<OutboxRoom>;

/** Rows and seals as the database has them. */
async function counts() {
  const sql =
    "SELECT (SELECT count(*) FROM audit) AS rows, (SELECT count(*) FROM audit_seals) AS seals";
  return organization.db.prepare(sql).first<{ rows: number; seals: number }>();
}

describe("sealing", () => {
  it("follows each commit by itself", async () => {
    await organization.owner.call("post /clients", { company: "Mairie" });
    await organization.owner.call("post /clients", { company: "Port" });
    await expect.poll(counts, { timeout: 10_000 }).toEqual({ rows: 2, seals: 2 });
  });

  it("is not forgotten by an object that was evicted before", async () => {
    await organization.owner.call("post /clients", { company: "Mairie" });
    await vi.waitUntil(() =>
      runInDurableObject(room(), async (_room, state) => (await state.storage.getAlarm()) !== null),
    );
    await evictDurableObject(room());
    await runDurableObjectAlarm(room());
    await expect.poll(counts, { timeout: 10_000 }).toEqual({ rows: 1, seals: 1 });
  });

  it("catches up at the sweep with what a lost poke left", async () => {
    await addClient(organization.owner, { company: "Sans nouvelle" });
    expect(await counts()).toEqual({ rows: 1, seals: 0 });
    await room().poke(organization.tenant);
    await runDurableObjectAlarm(room());
    expect(await counts()).toEqual({ rows: 1, seals: 1 });
  });

  it("tries again when the database is away, and loses nothing meanwhile", async () => {
    await organization.db.prepare("ALTER TABLE audit_seals RENAME TO audit_seals_away").run();
    await organization.owner.call("post /clients", { company: "Mairie" });
    await runDurableObjectAlarm(room());
    await organization.db.prepare("ALTER TABLE audit_seals_away RENAME TO audit_seals").run();
    await room().poke(organization.tenant);
    await runDurableObjectAlarm(room());
    await expect.poll(counts, { timeout: 10_000 }).toEqual({ rows: 1, seals: 1 });
    const verified = await organization.owner.call("post /audit/verify", {});
    expect(await verified.json()).toMatchObject({ checked: 1, findings: [] });
  });
});
