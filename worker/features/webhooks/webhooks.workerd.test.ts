import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Webhook } from "#domain/webhooks/model.ts";
import { accessOf, auditOf } from "#worker/features/audit/testing.ts";
import { rotateSecrets } from "#worker/platform/secrets/rotate.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import {
  addWebhook,
  callsTo,
  deliveriesOf,
  fakeOutside,
  good,
  secretOf,
  verified,
} from "./testing.ts";

let organization: TestOrganization;
beforeEach(async () => {
  organization = await mintOrganization();
});
afterEach(() => vi.restoreAllMocks());

const problem = async (answer: Response) => {
  const { code, params } = await answer.json<{ code: string; params: object }>();
  return { status: answer.status, code, params };
};
/** Somebody who manages webhooks and holds these keys besides. */
const manager = async (...keys: string[]) => {
  const person = await organization.join("member");
  await organization.restrict(person, ["webhooks.manage", ...keys]);
  return person;
};
const settle = (count: number, state: string) =>
  expect
    .poll(
      async () =>
        (await deliveriesOf(organization.owner)).filter((one) => one.state === state).length,
      { timeout: 15_000 },
    )
    .toBe(count);

describe("making a webhook", () => {
  it("asks for the read keys of all that it sends", async () => {
    const clerk = await manager("clients.read");
    await addWebhook(clerk, { types: ["client.created"] });
    const both = { url: "https://hooks.example.com/", types: ["client.created", "board.created"] };
    expect(await problem(await clerk.call("post /webhooks", both))).toMatchObject({
      status: 403,
      params: { permission: "boards.read" },
    });
    const none = await manager();
    expect((await none.call("post /webhooks", { ...both, types: ["*"] })).status).toBe(403);
    expect((await addWebhook(organization.owner, { types: ["*"] })).missing).toEqual([]);
  });

  it("of every event sends those that its maker may read", async () => {
    const calls = fakeOutside(() => new Response(null, { status: 204 }));
    const { owner } = organization;
    const webhook = await addWebhook(await manager("clients.read"), { types: ["*"] });
    expect(webhook.missing).toContain("boards.read");
    await owner.call("post /boards", { title: "Pas pour lui" });
    await owner.call("post /clients", { company: "Mairie de Vaux" });
    await expect.poll(() => callsTo(calls, webhook).length, { timeout: 10_000 }).toBe(1);
    expect(callsTo(calls, webhook)[0]?.body).toContain("client.created");
    const own = { version: 1, changes: { url: webhook.url } };
    const idle = { version: 1, changes: { description: webhook.description } };
    const same = await good<Webhook>(owner.call(`patch /webhooks/${webhook.id}`, idle));
    expect(same.version).toBe(1);
    const wider = await good<Webhook>(owner.call(`patch /webhooks/${webhook.id}`, own));
    expect(wider.missing).toEqual([]);
  });

  it("and moving, widening or resuming one ask for them as well", async () => {
    const { id } = await addWebhook(organization.owner, { types: ["client.created"] });
    const outsider = await manager("boards.read");
    const to = (changes: object) => outsider.call(`patch /webhooks/${id}`, { version: 1, changes });
    expect((await to({ url: "https://elsewhere.example.com/" })).status).toBe(403);
    expect((await to({ types: ["member.joined"] })).status).toBe(403);
    await good(organization.owner.call(`post /webhooks/${id}/pause`, { version: 1 }));
    const resume = await outsider.call(`post /webhooks/${id}/resume`, { version: 2 });
    expect(resume.status).toBe(403);
  });

  it("refuses addresses that nothing would be sent to, and says why", async () => {
    const refused = {
      "http://hooks.example.com/": "scheme",
      "https://192.168.1.1/": "private",
      "https://metadata.google.internal/": "private",
      "https://me:secret@hooks.example.com/": "userinfo",
      nonsense: "malformed",
    };
    for (const [url, reason] of Object.entries(refused)) {
      const answer = organization.owner.call("post /webhooks", { url, types: ["client.created"] });
      const code = "webhook.url_refused";
      expect(await problem(await answer)).toEqual({ status: 422, code, params: { reason } });
    }
  });

  it("stops at twenty", async () => {
    for (let n = 0; n < 20; n += 1) await addWebhook(organization.owner);
    const one = { url: "https://hooks.example.com/", types: ["client.created"] };
    const answer = await organization.owner.call("post /webhooks", one);
    expect(await problem(answer)).toMatchObject({ status: 409, code: "webhook.too_many" });
  });

  it("takes a proof of the last ten minutes, as do its secret and its moving", async () => {
    const { owner } = organization;
    const { id } = await addWebhook(owner);
    await change(
      "UPDATE sessions SET proven_at = '2026-01-01T00:00:00.000Z' WHERE user_id = ?",
      owner.userId,
    );
    const asked = [
      owner.call("post /webhooks", { url: "https://hooks.example.com/", types: ["*"] }),
      owner.call(`patch /webhooks/${id}`, { version: 1, changes: { description: "x" } }),
      owner.call(`post /webhooks/${id}/secret`),
      owner.call(`post /webhooks/${id}/secret/rotate`, { version: 1 }),
    ];
    for (const answer of asked) {
      expect(await problem(await answer)).toMatchObject({ code: "auth.fresh_required" });
    }
    expect((await owner.call(`post /webhooks/${id}/pause`, { version: 1 })).status).toBe(200);
  });
});

describe("the secret of a webhook", () => {
  it("is sealed, in no list, audit row or kept answer, and its reading is noted", async () => {
    const { owner, db } = organization;
    const made = await owner.call(
      "post /webhooks",
      { url: "http://127.0.0.1:9/?token=canary-query", types: ["client.created"] },
      { "idempotency-key": "make-a-webhook" },
    );
    const { id } = await made.json<Webhook>();
    const { secret } = await secretOf(owner, id);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    const kept = async (table: string) =>
      JSON.stringify((await db.prepare(`SELECT * FROM ${table}`).all()).results);
    for (const table of ["webhook_endpoints", "audit", "outbox", "idempotency", "access_log"]) {
      expect(`${table} ${await kept(table)}`).not.toContain(secret);
    }
    expect((await kept("audit")) + (await kept("outbox"))).not.toContain("canary-query");
    expect(JSON.stringify(await good(owner.call("get /webhooks")))).not.toContain(secret);
    await expect
      .poll(async () => (await accessOf(owner)).items)
      .toMatchObject([{ action: "webhook.secret_read", detail: { webhookId: id } }]);
  });

  it("is sealed anew when the key of the data changes, and opens all the same", async () => {
    const { owner, db } = organization;
    const { id } = await addWebhook(owner);
    await good(owner.call(`post /webhooks/${id}/secret/rotate`, { version: 1 }));
    const before = await secretOf(owner, id);
    const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
    const env = { ...testEnv, DATA_KEYS: `k2:${key},${testEnv.DATA_KEYS}` };
    expect(await rotateSecrets(env)).toMatchObject({ left: 0 });
    const sealed = await db
      .prepare("SELECT secret, previous_secret FROM webhook_endpoints")
      .first<Record<string, string>>();
    for (const value of Object.values(sealed ?? {})) expect(value).toMatch(/^v1\.k2\./);
    expect(before.previous?.secret).not.toBe(before.secret);
  });

  it("signs beside the new one while they overlap, and alone before and after", async () => {
    const calls = fakeOutside(() => new Response(null, { status: 204 }));
    const { owner } = organization;
    const webhook = await addWebhook(owner);
    const { id } = webhook;
    const old = await secretOf(owner, id);
    let sent = 0;
    const test = async () => {
      await good(owner.call(`post /webhooks/${id}/test`));
      sent += 1;
      await expect.poll(() => callsTo(calls, webhook).length, { timeout: 10_000 }).toBe(sent);
      const call = callsTo(calls, webhook).at(-1);
      if (!call) throw new Error("Nothing was sent");
      return call;
    };
    expect(verified(await test(), old.secret)).toMatchObject({ type: "webhook.test" });
    await good(owner.call(`post /webhooks/${id}/secret/rotate`, { version: 1, overlapHours: 1 }));
    const now = await secretOf(owner, id);
    expect(now.previous?.secret).toBe(old.secret);
    const both = await test();
    for (const secret of [old.secret, now.secret]) {
      expect(verified(both, secret)).toMatchObject({ type: "webhook.test" });
    }
    await good(owner.call(`post /webhooks/${id}/secret/rotate`, { version: 2, overlapHours: 0 }));
    const alone = await test();
    expect(() => verified(alone, now.secret)).toThrow("No matching signature found");
    expect((await secretOf(owner, id)).previous).toBeNull();
  });
});

describe("the log", () => {
  it("tells of each attempt, and shows an event to nobody who may not read it", async () => {
    fakeOutside(() => new Response("ça ne va pas", { status: 500 }));
    const { owner } = organization;
    const { id } = await addWebhook(owner);
    await owner.call("post /clients", { company: "Mairie de Vaux" });
    await expect
      .poll(async () => (await deliveriesOf(owner))[0]?.attempts, { timeout: 10_000 })
      .toBe(1);
    const [delivery] = await deliveriesOf(owner, `webhook=${id}&state=waiting&type=client.created`);
    expect(delivery).toMatchObject({ state: "waiting", last: { status: 500 } });
    expect(delivery?.nextAt).not.toBeNull();
    const path = `get /webhooks/deliveries/${delivery?.id}`;
    const shown = await good<{ body: string; headers: object; log: object[] }>(owner.call(path));
    expect(shown.body).toContain("Mairie de Vaux");
    expect(shown.headers).not.toHaveProperty("webhook-signature");
    expect(shown.log).toMatchObject([{ number: 1, status: 500, answer: "ça ne va pas" }]);
    const blind = await manager("boards.read");
    const hidden = await good<{ body: string | null }>(blind.call(path));
    expect(JSON.stringify(hidden)).not.toMatch(/Mairie|ça ne va pas/);
    expect(hidden.body).toBeNull();
    expect(await deliveriesOf(owner, "state=delivered")).toEqual([]);
  });

  it("goes on page by page", async () => {
    fakeOutside(() => new Response(null, { status: 204 }));
    const { owner } = organization;
    const { id } = await addWebhook(owner);
    for (let n = 0; n < 5; n += 1) await good(owner.call(`post /webhooks/${id}/test`));
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await good(
        owner.call(`get /webhooks/deliveries?limit=2${cursor && `&cursor=${cursor}`}`),
      );
      seen.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    const bad = await owner.call("get /webhooks/deliveries?cursor=nonsense");
    expect(await problem(bad)).toMatchObject({ code: "webhook.cursor_invalid" });
  });

  it("sends again what failed, one or all, and nothing to one that rests", async () => {
    let status = 410;
    fakeOutside(() => new Response(null, { status }));
    const { owner } = organization;
    const { id } = await addWebhook(owner);
    await change("UPDATE users SET email_verified_at = created_at WHERE id = ?", owner.userId);
    await owner.call("post /clients", { company: "Port" });
    await settle(1, "failed");
    const paused = async () =>
      (await good<{ items: Webhook[] }>(owner.call("get /webhooks"))).items[0];
    await expect.poll(async () => (await paused())?.pausedReason, { timeout: 10_000 }).toBe("gone");
    const told = "SELECT kind, params FROM mails WHERE user_id = ?";
    const [mail, ...more] = await rows<{ kind: string; params: string }>(told, owner.userId);
    expect(mail?.kind).toBe("webhook_paused");
    expect(more).toEqual([]);
    expect(JSON.parse(mail?.params ?? "{}")).toMatchObject({ reason: "gone" });
    const [delivery] = await deliveriesOf(owner);
    const replay = () => owner.call(`post /webhooks/deliveries/${delivery?.id}/replay`);
    expect(await problem(await replay())).toMatchObject({ code: "webhook.paused" });
    expect((await owner.call(`post /webhooks/${id}/test`)).status).toBe(409);
    status = 204;
    const version = (await paused())?.version;
    await good(owner.call(`post /webhooks/${id}/resume`, { version }));
    const since = "2026-01-01T00:00:00.000Z";
    expect(await good(owner.call(`post /webhooks/${id}/replay`, { since }))).toEqual({
      replayed: 1,
    });
    await settle(1, "delivered");
    expect((await replay()).status).toBe(200);
    const actions = (await auditOf(owner, "entity=webhook")).items.map((row) => [
      row.action,
      row.actor.kind,
    ]);
    expect(actions.toReversed()).toEqual([
      ["webhook.created", "person"],
      ["webhook.paused", "system"],
      ["webhook.resumed", "person"],
    ]);
  });
});

describe("a deleted webhook", () => {
  it("gets nothing any more and leaves no secret", async () => {
    const calls = fakeOutside(() => new Response(null, { status: 500 }));
    const { owner, db } = organization;
    const webhook = await addWebhook(owner);
    const { id } = webhook;
    await owner.call("post /clients", { company: "Port" });
    await expect.poll(() => callsTo(calls, webhook).length, { timeout: 10_000 }).toBe(1);
    expect((await owner.call(`delete /webhooks/${id}`)).status).toBe(204);
    await owner.call("post /clients", { company: "Gare" });
    await settle(1, "failed");
    expect(callsTo(calls, webhook)).toHaveLength(1);
    const row = await db.prepare("SELECT secret, previous_secret FROM webhook_endpoints").first();
    expect(row).toEqual({ secret: null, previous_secret: null });
    expect((await owner.call(`post /webhooks/${id}/secret`)).status).toBe(404);
  });
});
