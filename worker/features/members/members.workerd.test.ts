import { beforeAll, describe, expect, it } from "vitest";
import type { LiveMessage } from "#domain/live/messages.ts";
import type { Member } from "#domain/members/model.ts";
import { newId } from "#domain/ids.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { sweepEvents } from "#worker/platform/auth/deliver-events.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import { openFirm, type Colleague } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;

beforeAll(async () => {
  firm = await openFirm();
});

const path = (person: Colleague) => `/members/${person.me.person.id}`;
const give = (actor: Colleague, person: Colleague, slug: string) =>
  actor.call(`patch ${path(person)}`, { roleId: firm.roleId(slug) });
const remove = (actor: Colleague, person: Colleague) => actor.call(`delete ${path(person)}`);
const lastAudit = async () => {
  await delivered();
  const db = await databaseOf(firm.organizationId);
  const sql = "SELECT action, actor_id, entity_id, changes FROM audit ORDER BY id DESC LIMIT 1";
  const [row] = await db.rows<{ action: string; actor_id: string; entity_id: string }>(sql);
  return row;
};

describe("a role change", () => {
  it("holds on the next request, with the same access token, and on open sockets", async () => {
    const { owner } = firm;
    const lucas = await firm.hire("viewer");
    expect((await lucas.call("get /invitations")).status).toBe(403);
    const socket = await openSocket<LiveMessage>(lucas as never, "live");
    socket.send({ kind: "hello", since: null });
    await socket.until("welcome");
    const answer = await give(owner, lucas, "admin");
    expect(await answer.json()).toMatchObject({ role: { slug: "admin" }, can: { remove: true } });
    expect((await lucas.call("get /invitations")).status).toBe(200);
    await owner.json("post /invitations", { email: null, roleId: firm.roleId("viewer") });
    // Only someone who may invite hears of invitations: the socket has the new keys.
    await socket.waitFor((seen) => JSON.stringify(seen).includes("invitation.created"));
    await give(owner, lucas, "viewer");
    expect((await lucas.call("get /invitations")).status).toBe(403);
  });

  it("leaves an audit row with its author, and a live event", async () => {
    const lucas = await firm.hire("viewer");
    await give(firm.owner, lucas, "member");
    expect(await lastAudit()).toMatchObject({
      action: "member.role_changed",
      actor_id: firm.owner.me.person.id,
      entity_id: lucas.me.person.id,
      changes: JSON.stringify([
        { field: "roleId", before: firm.roleId("viewer"), after: firm.roleId("member") },
      ]),
    });
  });

  it("never reaches beyond the actor's own keys", async () => {
    const admin = await firm.hire("admin");
    const member = await firm.hire("member");
    const up = await give(admin, member, "owner");
    expect(await refusal(up)).toEqual([403, "permission.denied"]);
    const down = await give(admin, firm.owner, "viewer");
    expect(await refusal(down)).toEqual([403, "permission.denied"]);
    expect(await refusal(await remove(admin, firm.owner))).toEqual([403, "permission.denied"]);
    expect(await refusal(await give(member, member, "admin"))).toEqual([403, "permission.denied"]);
    expect((await give(admin, member, "admin")).status).toBe(200);
  });

  it("of an unknown member or to an unknown role is told so", async () => {
    const lucas = await firm.hire("viewer");
    const nobody = { roleId: firm.roleId("member") };
    const unknown = await firm.owner.call(`patch /members/${newId("usr")}`, nobody);
    expect(await refusal(unknown)).toEqual([404, "identity.member_not_found"]);
    const odd = await firm.owner.call(`patch ${path(lucas)}`, { roleId: newId("rol") });
    expect(await refusal(odd)).toEqual([404, "identity.role_not_found"]);
  });
});

describe("the last owner", () => {
  it("can neither leave nor step down, until there is another", async () => {
    const { owner } = firm;
    const list = await owner.json<{ items: Member[] }>("get /members");
    const self = list.items.find((member) => member.userId === owner.me.person.id);
    expect(self?.can).toEqual({ changeRole: false, remove: false, receiveOwnership: false });
    expect(await refusal(await remove(owner, owner))).toEqual([409, "identity.last_owner"]);
    expect(await refusal(await give(owner, owner, "admin"))).toEqual([409, "identity.last_owner"]);
    const keys = { permissions: ["identity.roles"] };
    const strip = await owner.call(`patch /roles/${firm.roleId("owner")}`, keys);
    expect(await refusal(strip)).toEqual([409, "identity.last_owner"]);
    const partner = await firm.hire("owner");
    expect((await give(owner, partner, "admin")).status).toBe(200);
  });

  it("stays even when two owners leave at the same instant", async () => {
    const other = await openFirm();
    const partner = await other.hire("owner");
    const answers = await Promise.all([
      other.owner.call(`delete ${path(other.owner)}`),
      partner.call(`delete ${path(partner)}`),
    ]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
  });
});

describe("a removal", () => {
  it("holds before the organization's own database has heard of it", async () => {
    const lucas = await firm.hire("admin");
    const socket = await openSocket<LiveMessage>(lucas as never, "live");
    socket.send({ kind: "hello", since: null });
    await socket.until("welcome");
    await delivered();
    const db = await databaseOf(firm.organizationId);
    await db.change(
      "CREATE TRIGGER deaf BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'deaf'); END",
    );
    expect((await remove(firm.owner, lucas)).status).toBe(204);
    expect(await refusal(await lucas.call("get /members"))).toEqual([403, "permission.denied"]);
    expect(await socket.closed).toBe(4401);
    expect(await rows("SELECT 1 FROM pending_events")).toHaveLength(1);
    await db.change("DROP TRIGGER deaf");
    await sweepEvents(testEnv, systemClock);
    expect(await lastAudit()).toMatchObject({ action: "member.removed" });
  });

  it("holds on the next request, closes sockets and opens nothing on refresh", async () => {
    const lucas = await firm.hire("member");
    const socket = await openSocket<LiveMessage>(lucas as never, "live");
    socket.send({ kind: "hello", since: null });
    await socket.until("welcome");
    expect((await remove(firm.owner, lucas)).status).toBe(204);
    expect(await socket.closed).toBe(4401);
    expect(await refusal(await lucas.call("get /auth/me"))).toEqual([403, "permission.denied"]);
    const refreshed = await lucas.browser.call("post /auth/refresh", {});
    expect(await refusal(refreshed)).toEqual([403, "permission.denied"]);
    expect(await lastAudit()).toMatchObject({
      action: "member.removed",
      entity_id: lucas.me.person.id,
    });
    const again = await remove(firm.owner, lucas);
    expect(await refusal(again)).toEqual([404, "identity.member_not_found"]);
  });

  it("is anyone's own to make, and otherwise asks for a key", async () => {
    const lucas = await firm.hire("viewer");
    const other = await firm.hire("viewer");
    expect(await refusal(await remove(lucas, other))).toEqual([403, "permission.denied"]);
    expect((await remove(lucas, lucas)).status).toBe(204);
    expect(await lastAudit()).toMatchObject({ action: "member.left" });
  });

  it("answers a repeated request like the first", async () => {
    const lucas = await firm.hire("viewer");
    const { accessToken } = firm.owner.me;
    const { callWorker } = await import("#worker/platform/testing.ts");
    const send = () =>
      callWorker(`delete ${path(lucas)}`, undefined, {
        authorization: `Bearer ${accessToken}`,
        "idempotency-key": "removal-of-lucas",
      });
    expect((await send()).status).toBe(204);
    expect((await send()).status).toBe(204);
  });

  it("takes the person's open invitations along", async () => {
    const admin = await firm.hire("admin");
    const body = { email: null, roleId: firm.roleId("viewer") };
    const { token } = await admin.json<{ token: string }>("post /invitations", body);
    await remove(firm.owner, admin);
    const preview = await admin.browser.call("post /auth/invitations/preview", { token });
    expect(await refusal(preview)).toEqual([410, "identity.invitation_invalid"]);
  });
});
