import { evictDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ExportView } from "#domain/exports/model.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { exportRoomOf } from "#worker/platform/exports/export-room.ts";
import { stage, unstage } from "#worker/platform/exports/stage.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { expireExports } from "./expire-exports.ts";
import { downloading, exported, json, opened, shown } from "./testing.ts";

const DAY = 86_400_000;
const key = () => ({ "idempotency-key": crypto.randomUUID() });
const inDays = (days: number) => ({ now: () => Date.now() + days * DAY });
let firm: TestOrganization;
const archives = async () =>
  (await testEnv.FILES.list({ prefix: `${firm.tenant.organizationId}/exports/` })).objects.length;
const copies = async () => {
  const sql = "SELECT count(*) AS n FROM sqlite_master WHERE name GLOB '_export_*'";
  return firm.db.prepare(sql).first<number>("n");
};
/** An export under way: its row, and its object told of it. Alarms of tests run when they are asked to. */
const begun = () => json<ExportView>(firm.owner, "post /exports");
const ended = async (id: string) =>
  vi.waitUntil(
    async () => {
      const view = await shown(firm.owner, id);
      return view.state === "running" ? null : view;
    },
    { timeout: 30_000, interval: 20 },
  );

beforeAll(async () => {
  quiet();
  firm = await mintOrganization();
  for (let n = 0; n < 20; n += 1)
    await json(firm.owner, "post /clients", { company: `Client ${n}` });
});
afterAll(() => void vi.restoreAllMocks());

describe("a job", () => {
  it("runs alone: a second one is refused while the first runs, also at the same moment", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => firm.owner.call("post /exports", undefined, key())),
    );
    const good = answers.filter(({ ok }) => ok);
    expect(good).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(await refusal(answer)).toEqual([409, "export.running"]);
    const [running] = (await json<{ items: ExportView[] }>(firm.owner, "get /exports")).items;
    expect((await ended(running?.id ?? "")).state).toBe("ready");
  });

  it("goes on after its object was thrown out of memory, again and again", async () => {
    const { id } = await begun();
    const room = exportRoomOf(testEnv, firm.tenant);
    let view = await shown(firm.owner, id);
    for (let round = 0; round < 40 && view.state === "running"; round += 1) {
      await evictDurableObject(room);
      view = await shown(firm.owner, id);
    }
    expect((await ended(id)).state).toBe("ready");
    const archive = await opened(firm.owner, id);
    expect(archive.rows("tables/clients")).toHaveLength(20);
    expect(await copies()).toBe(0);
  });

  it("is begun again by whoever looks, when its object never heard of it", async () => {
    const id = `exp_${"0".repeat(25)}7`;
    await firm.db
      .prepare(
        "INSERT INTO exports (id, state, started_by, started_by_name, started_at) VALUES (?, 'running', 'x', 'Claire', '2026-11-24T09:00:00.000Z')",
      )
      .bind(id)
      .run();
    expect((await shown(firm.owner, id)).progress).toEqual({
      done: 0,
      total: 0,
      stage: "preparing",
    });
    expect((await ended(id)).state).toBe("ready");
  });

  it("shows one instant: rows that are written while it runs don't come half", async () => {
    const { id } = await begun();
    for (let wrote = 0; wrote < 12; wrote += 1)
      await json(firm.owner, "post /clients", { company: `Pendant ${wrote}` });
    expect((await ended(id)).state).toBe("ready");
    const archive = await opened(firm.owner, id);
    for (const table of archive.manifest.tables)
      expect([table.name, archive.rows(`tables/${table.name}`).length]).toEqual([
        table.name,
        table.rows,
      ]);
    const clients = archive.rows<{ id: string }>("tables/clients").map((row) => row.id);
    const told = archive
      .rows<{ action: string; entity_id: string }>("tables/audit")
      .filter(({ action }) => action === "client.created")
      .map((row) => row.entity_id);
    expect(told.toSorted()).toEqual(clients.toSorted());
  });

  it("shows of its copies what was there when they were made, whatever is written afterwards", async () => {
    const before = await stage(testEnv, firm.tenant, "2026-11-24T09:00:00.000Z");
    await json(firm.owner, "post /clients", { company: "Trop tard" });
    const after = await firm.db.prepare("SELECT count(*) AS n FROM clients").first<number>("n");
    const counted = before.tables.find(({ name }) => name === "clients")?.rows;
    const held = await firm.db
      .prepare('SELECT count(*) AS n FROM "_export_clients"')
      .first<number>("n");
    expect([held, after]).toEqual([counted, (counted ?? 0) + 1]);
    await unstage(testEnv, firm.tenant);
    expect(await copies()).toBe(0);
  });

  it("that is cancelled leaves nothing, and another can start at once", async () => {
    const before = await archives();
    const { id } = await begun();
    const answer = await firm.owner.call(`post /exports/${id}/cancel`, undefined, key());
    const { state } = await shown(firm.owner, id);
    // It may have been quicker.
    expect([answer.status, state]).toEqual(answer.ok ? [200, "cancelled"] : [409, "ready"]);
    await vi.waitUntil(async () => (await copies()) === 0, { timeout: 10_000 });
    expect(await archives()).toBe(before + (state === "ready" ? 1 : 0));
    expect((await exported(firm.owner)).state).toBe("ready");
  });
});

describe("an archive", () => {
  it("goes after seven days, with a row of the audit log, and so do archives that nobody knows", async () => {
    const { id } = await exported(firm.owner);
    const stray = `${firm.tenant.organizationId}/exports/exp_${"0".repeat(25)}9.zip`;
    await testEnv.FILES.put(stray, "resté là");
    await expireExports(testEnv, inDays(6), firm.tenant);
    expect((await shown(firm.owner, id)).state).toBe("ready");
    expect(await testEnv.FILES.head(stray)).toBeNull();
    await expireExports(testEnv, inDays(8), firm.tenant);
    expect((await shown(firm.owner, id)).state).toBe("removed");
    expect(await archives()).toBe(0);
    const audit = await firm.db
      .prepare("SELECT actor_kind FROM audit WHERE action = 'export.removed' AND entity_id = ?")
      .bind(id)
      .first();
    expect(audit).toEqual({ actor_kind: "system" });
    expect(await refusal(await downloading(firm.owner, id))).toEqual([410, "export.no_archive"]);
  });

  it("is downloaded whole or from where a download broke off", async () => {
    const { id } = await exported(firm.owner);
    const whole = await downloading(firm.owner, id);
    expect(whole.headers.get("content-disposition")).toMatch(/^attachment; filename="aetheria-/);
    expect(whole.headers.get("cache-control")).toBe("no-store");
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const etag = whole.headers.get("etag") ?? "";
    const rest = await downloading(firm.owner, id, { range: "bytes=100-", "if-range": etag });
    expect([rest.status, rest.headers.get("content-range")]).toEqual([
      206,
      `bytes 100-${bytes.length - 1}/${bytes.length}`,
    ]);
    expect(new Uint8Array(await rest.arrayBuffer())).toEqual(bytes.subarray(100));
    const other = await downloading(firm.owner, id, { range: "bytes=100-", "if-range": '"autre"' });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, bytes.length]);
    const beyond = await downloading(firm.owner, id, { range: `bytes=${bytes.length}-` });
    expect(await refusal(beyond)).toEqual([416, "export.range_invalid"]);
  });

  it("opens to its cookie alone, for its own archive, while its person owns the organization", async () => {
    const { id } = await exported(firm.owner);
    const none = await firm.owner.call(`get /exports/${id}/archive`);
    expect(await refusal(none)).toEqual([410, "export.link_invalid"]);
    const second = await firm.join("owner", "Seconde");
    expect((await downloading(second, id)).status).toBe(200);
    const answer = await second.call(`post /exports/${id}/link`, undefined, key());
    const cookie = (answer.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    expect(answer.headers.getSetCookie()[0]).toMatch(
      new RegExp(
        `Path=/api/v1/exports/${id}/archive; Max-Age=(?:300|29\\d); HttpOnly; Secure; SameSite=Strict$`,
      ),
    );
    const asked = (path: string) => firm.owner.call(`get ${path}`, undefined, { cookie });
    expect((await asked(`/exports/${id}/archive`)).status).toBe(200);
    const other = `exp_${"0".repeat(25)}3`;
    expect(await refusal(await asked(`/exports/${other}/archive`))).toEqual([
      410,
      "export.link_invalid",
    ]);
    await firm.restrict(second, ["clients.read"]);
    expect(await refusal(await asked(`/exports/${id}/archive`))).toEqual([
      403,
      "permission.denied",
    ]);
    await firm.remove(second);
    expect(await refusal(await asked(`/exports/${id}/archive`))).toEqual([
      403,
      "permission.denied",
    ]);
  });
});
