import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { memberEvent } from "#domain/members/events.ts";
import { systemClock } from "#worker/platform/clock.ts";
import {
  change,
  databaseOf,
  delivered,
  rows,
  type TestDatabase,
} from "#worker/platform/testing-databases.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { commitControl, controlAnswer, scopeOf } from "./control-commit.ts";
import { controlDb } from "./control-db.ts";
import { guarded, require, write } from "./control-writes.ts";
import { deliverEvents, sweepEvents } from "./deliver-events.ts";

let organization: TestOrganization;
let db: TestDatabase;

beforeAll(async () => {
  organization = await mintOrganization();
  db = await databaseOf(organization.tenant.organizationId);
});

const rename = (name: string) =>
  write("UPDATE users SET name = ? WHERE id = ?", name, organization.owner.userId);
const nameNow = async () =>
  (
    await rows<{ name: string }>("SELECT name FROM users WHERE id = ?", organization.owner.userId)
  )[0]?.name;
const event = (name: string) => {
  const { userId } = organization.owner;
  const after = { id: userId, name, email: "", roleId: "" };
  return {
    organizationId: organization.tenant.organizationId,
    actor: { userId, name },
    event: memberEvent("changed", { before: null, after }),
  };
};

describe("commitControl", () => {
  beforeEach(async () => {
    await commitControl(await scopeOf(organization.owner.ctx()), {
      writes: [rename("Claire")],
      answer: null,
    });
  });

  it("writes data, auth event and audit of the organization", async () => {
    await commitControl(await scopeOf(organization.owner.ctx()), {
      writes: [rename("Nora")],
      authEvents: [{ kind: "profile.changed", userId: organization.owner.userId }],
      events: [event("Nora")],
      answer: null,
    });
    expect(await nameNow()).toBe("Nora");
    await delivered();
    expect(await rows("SELECT 1 FROM auth_events WHERE kind = 'profile.changed'")).toHaveLength(1);
    expect(await db.rows("SELECT action FROM audit ORDER BY id DESC LIMIT 1")).toEqual([
      { action: "member.changed" },
    ]);
  });

  it.each([
    ["a guarded write that matches no row", guarded("stale", "UPDATE users SET name = '' WHERE 0")],
    ["a condition that does not hold", require("stale", "1 = 2")],
  ])("leaves nothing behind after %s", async (_name, refused) => {
    const before = await rows("SELECT (SELECT count(*) FROM auth_events) AS n");
    const plan = {
      writes: [rename("Personne"), refused],
      authEvents: [{ kind: "profile.changed" as const, userId: organization.owner.userId }],
      events: [event("Personne")],
      answer: null,
    };
    await expect(commitControl(await scopeOf(organization.owner.ctx()), plan)).rejects.toThrow(
      "conflict.version",
    );
    expect(await nameNow()).toBe("Claire");
    expect(await rows("SELECT (SELECT count(*) FROM auth_events) AS n")).toEqual(before);
    expect(await rows("SELECT * FROM pending_events")).toEqual([]);
    expect(JSON.stringify(await db.rows("SELECT * FROM audit"))).not.toContain("Personne");
  });

  it("refuses when the actor's authority changed between check and write", async () => {
    const person = await organization.join("admin");
    const scope = await scopeOf(person.ctx());
    await organization.remove(person);
    const plan = { writes: [rename("Trop tard")], answer: null };
    await expect(commitControl(scope, plan)).rejects.toThrow("auth.expired");
    expect(await nameNow()).toBe("Claire");
  });

  it("answers a repeated key with the first answer, and refuses the key for another request", async () => {
    const key = { key: "once-and-only", fingerprint: "a" };
    const ctx = () => organization.owner.ctx("member", key);
    const run = async (name: string) => {
      const plan = { writes: [rename(name)], answer: { name } };
      return (await commitControl(await scopeOf(ctx()), plan)).answer;
    };
    expect(await run("Première")).toEqual({ name: "Première" });
    expect(await run("Seconde")).toEqual({ name: "Première" });
    expect(await nameNow()).toBe("Première");
    expect(await controlAnswer(ctx())).toEqual({ answer: { name: "Première" } });
    const other = organization.owner.ctx("member", { ...key, fingerprint: "b" });
    await expect(controlAnswer(other)).rejects.toThrow("request.idempotency_reuse");
  });
});

describe("delivery", () => {
  it("keeps what a broken database could not take, and delivers it once, in order, later", async () => {
    const count = async () =>
      (await db.rows("SELECT 1 FROM audit WHERE changes LIKE '%tardive%'")).length;
    const { organizationId } = organization.tenant;
    const scope = await scopeOf(organization.owner.ctx());
    await db.change("UPDATE _meta SET organization_id = 'org_stranger'");
    const plan = { writes: [], events: [event("tardive 1"), event("tardive 2")], answer: "done" };
    expect((await commitControl(scope, plan)).answer).toBe("done");
    expect(await count()).toBe(0);
    expect(await rows("SELECT * FROM pending_events")).toHaveLength(2);
    await db.change("UPDATE _meta SET organization_id = ?", organizationId);
    const tries = [1, 2].map(() => deliverEvents(scope, organizationId));
    await Promise.all([...tries, sweepEvents(testEnv, systemClock)]);
    expect(await count()).toBe(2);
    expect(await rows("SELECT * FROM pending_events")).toEqual([]);
    const told = await db.rows<{ after: string }>(
      "SELECT after FROM outbox ORDER BY seq DESC LIMIT 2",
    );
    expect(told.map((row) => (JSON.parse(row.after) as { name: string }).name)).toEqual([
      "tardive 2",
      "tardive 1",
    ]);
  });

  it("delivers what was stored before labels and addresses were", async () => {
    const { label: _label, ...old } = event("d’avant").event;
    await change(
      `INSERT INTO pending_events (id, organization_id, actor_id, actor_name, at, request_id, event)
       VALUES ('evt_old', ?, 'usr_old', 'Hugo', '2026-11-20T09:00:00.000Z', 'req_old', ?)`,
      organization.tenant.organizationId,
      JSON.stringify(old),
    );
    await sweepEvents(testEnv, systemClock);
    expect(await db.rows("SELECT label, address FROM audit WHERE request_id = 'req_old'")).toEqual([
      { label: "", address: null },
    ]);
  });
});

describe("controlDb", () => {
  it("reads, and refuses to write", async () => {
    const control = controlDb(organization.owner.ctx());
    expect(await control.first("SELECT 1 AS one")).toEqual({ one: 1 });
    await expect(control.all("DELETE FROM users")).rejects.toThrow("only writer");
  });
});
