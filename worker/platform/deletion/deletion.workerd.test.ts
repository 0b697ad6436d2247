import { runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { LiveMessage } from "#domain/live/messages.ts";
import { signUp } from "#worker/features/identity/testing.ts";
import { openFirm } from "#worker/features/members/testing.ts";
import { runScheduled } from "#worker/jobs/scheduled.ts";
import type { Env } from "#worker/platform/env.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { change, databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";
import { lastMailTo, mailsTo } from "#worker/platform/testing-mails.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { deleteOrganization, STEPS } from "./delete-organization.ts";
import { sweepDeletions } from "./sweep.ts";
import { remainsOf } from "./testing-remains.ts";

const DAY = 86_400_000;
const CANARY = "canariperdu";
const later = (ms: number) => ({ now: () => Date.now() + ms });
const AFTER = later(31 * DAY);
const SETTLED = later(31 * DAY + 60_000);
type Firm = Awaited<ReturnType<typeof openFirm>>;

/** A firm with the canary in whatever a page can write. */
async function plant(): Promise<{ firm: Firm; tenant: TenantRef; board: string }> {
  const firm = await openFirm();
  const { owner, organizationId } = firm;
  const name = `Atelier ${CANARY}`;
  await owner.json("patch /organization", { name });
  await owner.json("post /clients", { company: `Mairie ${CANARY}`, notes: CANARY });
  const board = await owner.json<{ id: string }>("post /boards", { title: `Quai ${CANARY}` });
  await owner.json("post /roles", { name: CANARY, permissions: ["clients.read"] });
  const division = { name: `Agence ${CANARY}` };
  const { id } = await owner.json<{ id: string }>("post /divisions", division);
  await owner.json(`put /divisions/${id}/members/${owner.me.person.id}`, { roleId: null });
  const invited = { email: `${CANARY}@example.com`, roleId: firm.roleId("viewer") };
  await owner.json("post /invitations", invited);
  await delivered();
  const [slot] = await rows<{ binding: TenantRef["binding"] }>(
    "SELECT binding FROM slots WHERE organization_id = ?",
    organizationId,
  );
  const tenant = { organizationId, binding: slot?.binding ?? "TENANT_DB_" };
  for (let file = 0; file < 3; file += 1) {
    await testEnv.FILES.put(`${organizationId}/${CANARY}-${file}.txt`, `Plan ${CANARY}`);
  }
  await owner.json("post /organization/deletion", { name, reason: CANARY });
  return { firm, tenant, board: board.id };
}

/** An environment that dies when a step's work is done and before it is recorded. */
function dyingAfter(step: string): Env {
  const control = new Proxy(testEnv.CONTROL_DB, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (property !== "prepare") return typeof value === "function" ? value.bind(target) : value;
      return (sql: string) => {
        const statement = target.prepare(sql);
        if (!sql.startsWith("UPDATE organization_deletions SET step")) return statement;
        return {
          bind: (name: string, id: string) => {
            if (name === step) throw new Error("killed");
            return statement.bind(name, id);
          },
        };
      };
    },
  });
  return { ...testEnv, CONTROL_DB: control };
}

async function tablesOf(namespace: unknown, name: string): Promise<number> {
  const stub = (namespace as DurableObjectNamespace).getByName(name);
  return runInDurableObject(stub, (_room, state) =>
    Number(
      state.storage.sql
        .exec("SELECT count(*) AS n FROM sqlite_master WHERE name NOT LIKE '_cf_%'")
        .one()["n"],
    ),
  );
}

let planted: Awaited<ReturnType<typeof plant>>;
beforeEach(async () => {
  await change("DELETE FROM organization_deletions");
  planted = await plant();
});

describe("a deletion whose time has come", () => {
  it("leaves nothing behind, wherever it was killed, and no other organization is touched", async () => {
    const other = await openFirm();
    await other.owner.json("post /clients", { company: "Chez les autres" });
    await delivered();
    const before = await (await databaseOf(other.organizationId)).rows("SELECT * FROM clients");
    const { organizationId } = planted.tenant;
    expect((await remainsOf(CANARY)).length).toBeGreaterThan(10);
    expect(await sweepDeletions(testEnv, AFTER)).toEqual([organizationId]);
    for (const step of STEPS) {
      const killed = deleteOrganization(dyingAfter(step), SETTLED, organizationId);
      await expect(killed).rejects.toThrow("killed");
    }
    expect(await deleteOrganization(testEnv, SETTLED, organizationId)).toBeNull();
    expect(await remainsOf(CANARY)).toEqual([]);
    expect(await remainsOf(organizationId)).toEqual(["control deleted_organizations: 1"]);
    expect(await (await databaseOf(other.organizationId)).rows("SELECT * FROM clients")).toEqual(
      before,
    );
    expect((await other.owner.call("get /clients")).status).toBe(200);
  });

  it("empties the live objects", async () => {
    const { tenant, board } = planted;
    const { organizationId } = tenant;
    const names = ["outbox", `boards/${board}`].map((room) => roomName(tenant, room));
    const namespaces = [testEnv.OUTBOX_ROOM, testEnv.BOARD_ROOM];
    for (const place of [0, 1]) {
      expect(await tablesOf(namespaces[place], names[place] ?? "")).toBeGreaterThan(0);
    }
    await sweepDeletions(testEnv, AFTER);
    await deleteOrganization(testEnv, SETTLED, organizationId);
    for (const place of [0, 1]) {
      expect(await tablesOf(namespaces[place], names[place] ?? "")).toBe(0);
    }
  });

  it("ends access first: sockets close, the next request is refused and says since when", async () => {
    const { owner } = planted.firm;
    const live = await openSocket<LiveMessage>(owner as never, "live");
    const board = await openSocket<LiveMessage>(owner as never, `boards/${planted.board}`);
    await sweepDeletions(testEnv, AFTER);
    // Whoever was let in before may still write for a moment: the rest waits for that.
    const wait = await deleteOrganization(testEnv, AFTER, planted.tenant.organizationId);
    expect(wait).toBeGreaterThan(20_000);
    expect(await live.closed).toBe(4403);
    expect(await board.closed).toBe(4403);
    const refused = await owner.call("get /clients");
    const problem = await refused.json<{ code: string; params: object }>();
    expect([refused.status, problem.code]).toEqual([403, "permission.denied"]);
    const deletedAt = expect.stringMatching(/^\d{4}-/);
    expect(problem.params).toEqual({ reason: "membership", deletedAt });
    const again = await owner.browser.call("post /auth/refresh", {});
    expect(await again.json()).toMatchObject({ params: { reason: "membership", deletedAt } });
    expect(await deleteOrganization(testEnv, SETTLED, planted.tenant.organizationId)).toBeNull();
    const after = await owner.call("get /clients");
    expect(await after.json()).toMatchObject({ params: { reason: "membership", deletedAt } });
    const signedIn = await owner.browser.call("post /auth/sign-in", {
      email: owner.email,
      password: "quatre zèbres lents dansent",
    });
    expect(await signedIn.json()).toMatchObject({ params: { reason: "membership", deletedAt } });
  });

  it("tells whoever goes on in another organization since when this one is gone", async () => {
    const { owner } = planted.firm;
    const { organizationId } = planted.tenant;
    const another = { name: `Autre ${organizationId.slice(-6)}` };
    await owner.json("post /auth/organizations", another);
    await sweepDeletions(testEnv, AFTER);
    await deleteOrganization(testEnv, SETTLED, organizationId);
    const answer = await owner.browser.call("post /auth/refresh", { organizationId });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      organization: another,
      deletedAt: expect.stringMatching(/^\d{4}-/),
    });
    expect(answer.headers.getSetCookie().join()).toContain("aetheria_refresh=");
  });

  it("leaves people their accounts, which tell of it and can start another organization", async () => {
    const { owner } = planted.firm;
    await sweepDeletions(testEnv, AFTER);
    await deleteOrganization(testEnv, SETTLED, planted.tenant.organizationId);
    const [event] = await rows<{ kind: string; organization_id: string | null }>(
      "SELECT kind, organization_id FROM auth_events WHERE user_id = ? ORDER BY at DESC",
      owner.me.person.id,
    );
    expect(event).toEqual({ kind: "membership.organization_deleted", organization_id: null });
    const { browser, email } = owner;
    await browser.json("post /auth/register/start", { email, language: "fr" });
    const { token } = await lastMailTo(email, "register_known");
    const words = { token, organization: "Autre atelier" };
    await browser.json("post /auth/register/organization", words);
    const credentials = { email, password: "quatre zèbres lents dansent" };
    expect((await browser.call("post /auth/sign-in", credentials)).status).toBe(200);
  });

  it("gives the database to the next organization, empty; in production it is set aside", async () => {
    const { binding, organizationId } = planted.tenant;
    await sweepDeletions(testEnv, AFTER);
    await deleteOrganization(testEnv, SETTLED, organizationId);
    const slot = "SELECT organization_id, ready_at, set_aside_at FROM slots WHERE binding = ?";
    expect(await rows(slot, binding)).toEqual([
      { organization_id: null, ready_at: null, set_aside_at: null },
    ]);
    const { me, token, browser } = await signUp();
    expect(await rows(slot, binding)).toMatchObject([{ organization_id: me.organization.id }]);
    const list = await browser.json<{ items: unknown[] }>("get /clients", undefined, token);
    expect(list.items).toEqual([]);
    const second = await plant();
    const production: Env = { ...testEnv, ENVIRONMENT: "production" };
    await sweepDeletions(production, AFTER);
    await deleteOrganization(production, SETTLED, second.tenant.organizationId);
    const aside = { organization_id: null, set_aside_at: expect.stringMatching(/^\d{4}-/) };
    expect(await rows(slot, second.tenant.binding)).toMatchObject([aside]);
  });

  it("never touches a database that is somebody else's by now", async () => {
    const { binding, organizationId } = planted.tenant;
    await sweepDeletions(testEnv, AFTER);
    await testEnv[binding]?.prepare("UPDATE _meta SET organization_id = 'org_other'").run();
    await expect(deleteOrganization(testEnv, SETTLED, organizationId)).rejects.toThrow(
      "guard_identity",
    );
    expect(await testEnv[binding]?.prepare("SELECT count(*) AS n FROM clients").first("n")).toBe(1);
  });
});

describe("before its time", () => {
  it("nothing begins, and owners are reminded once, three days ahead", async () => {
    const { owner } = planted.firm;
    expect(await sweepDeletions(testEnv, later(26 * DAY))).toEqual([]);
    expect(await mailsTo(owner.email, "deletion_reminder")).toEqual([]);
    expect(await sweepDeletions(testEnv, later(28 * DAY))).toEqual([]);
    expect(await sweepDeletions(testEnv, later(28 * DAY))).toEqual([]);
    expect(await mailsTo(owner.email, "deletion_reminder")).toHaveLength(1);
    expect((await lastMailTo(owner.email, "deletion_reminder")).subject).toContain("bientôt");
    expect(await deleteOrganization(testEnv, AFTER, planted.tenant.organizationId)).toBeNull();
    expect((await owner.call("get /clients")).status).toBe(200);
  });

  it("cron begins it by itself, through the queue, when the clock says so", async () => {
    const { organizationId } = planted.tenant;
    const sent: unknown[] = [];
    const queue = { send: async (job: unknown) => void sent.push(job) } as unknown as Queue;
    const ahead = { ...testEnv, JOBS: queue, CLOCK_AHEAD_MS: String(31 * DAY) };
    await runScheduled("*/10 * * * *", { ...testEnv, JOBS: queue });
    expect(sent).toEqual([]);
    await runScheduled("*/10 * * * *", ahead);
    expect(sent).toEqual([{ kind: "organization.delete", organizationId }]);
    // What the queue lost is sent again.
    await change("UPDATE organization_deletions SET step = 'files'");
    await runScheduled("*/10 * * * *", ahead);
    expect(sent).toHaveLength(2);
  });
});
