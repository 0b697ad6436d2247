import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Me, SignedIn } from "#domain/identity/model.ts";
import type { LiveMessage } from "#domain/live/messages.ts";
import { READING_KEYS } from "#domain/support/keys.ts";
import type { Grant } from "#domain/support/model.ts";
import { ROUTES } from "#worker/app.ts";
import { BODIES, fillPath, nameOf } from "#worker/contract/samples.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openFirm } from "#worker/features/members/testing.ts";
import { runScheduled } from "#worker/jobs/scheduled.ts";
import { change, databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";
import { mailsTo } from "#worker/platform/testing-mails.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { grant, markSupport, openSupporter, type Supporter } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let nadia: Supporter;
beforeAll(async () => {
  nadia = await openSupporter();
});
beforeEach(async () => {
  firm = await openFirm();
  await markSupport(nadia.userId);
});

const end = (id: string, by = firm.owner) => by.call(`delete /support/grants/${id}`);
const audit = async (where: string) => {
  await delivered();
  return (await databaseOf(firm.organizationId)).rows<Record<string, string>>(
    `SELECT * FROM audit WHERE ${where} ORDER BY id`,
  );
};

describe("support", () => {
  it("gets in nowhere without being let in, and sees nothing of it", async () => {
    expect(await refusal(await nadia.enter(firm.organizationId))).toEqual([
      404,
      "organization.not_found",
    ]);
    await grant(firm.owner);
    const { organizations } = (await nadia.inside(firm.organizationId)).me;
    expect(organizations.map(({ id, supportUntil }) => [id, Boolean(supportUntil)])).toContainEqual(
      [firm.organizationId, true],
    );
  });

  it("is nobody whom an owner did not let in and the command did not mark", async () => {
    const stranger = (await openFirm()).owner;
    await grant(firm.owner);
    const enter = { organizationId: firm.organizationId };
    expect((await stranger.call("post /auth/switch", enter)).status).toBe(404);
    const inside = await nadia.inside(firm.organizationId);
    await change("DELETE FROM support_staff WHERE user_id = ?", nadia.userId);
    expect(await refusal(await inside.call("get /clients"))).toEqual([403, "permission.denied"]);
  });

  it("reads and changes nothing, unless an owner chose more", async () => {
    await grant(firm.owner);
    const reader = await nadia.inside(firm.organizationId);
    expect((await reader.call("get /clients")).status).toBe(200);
    const created = await reader.call("post /clients", { company: "Port" });
    expect(await refusal(created)).toEqual([403, "permission.denied"]);
    await grant(firm.owner, { permissions: ["clients.read", "clients.write"] });
    const writer = await nadia.inside(firm.organizationId);
    expect((await writer.call("post /clients", { company: "Port" })).status).toBe(201);
    expect((await writer.call("get /boards")).status).toBe(403);
  });

  it("is never given ownership, roles, exports or tokens", async () => {
    for (const key of ["identity.own", "identity.roles", "clients.export", "tokens.create"]) {
      const body = { hours: 1, reason: "Import", permissions: ["clients.read", key] };
      const answer = await firm.owner.call("post /support/grants", body);
      expect([key, ...(await refusal(answer))]).toEqual([key, 422, "request.invalid"]);
    }
  });

  it("needs a second factor before anything but adding one", async () => {
    await grant(firm.owner);
    const inside = await nadia.inside(firm.organizationId);
    await change("DELETE FROM passkeys WHERE user_id = ?", nadia.userId);
    expect(await refusal(await inside.call("get /clients"))).toEqual([403, "auth.factor_demanded"]);
    expect((await inside.call("get /auth/me")).status).toBe(200);
  });

  it("is no member: in no list, and gone from the switcher when it is over", async () => {
    const { id } = await grant(firm.owner);
    const inside = await nadia.inside(firm.organizationId);
    const members = await firm.owner.json<{ items: unknown[] }>("get /members");
    expect(members.items).toHaveLength(1);
    const me = await inside.json<Me>("get /auth/me");
    expect(me.role.slug).toBe("support");
    expect((await firm.owner.json<Me>("get /auth/me")).supportAccess?.grantedBy).toBe(
      "Claire Morvan",
    );
    await end(id);
    const home = await nadia.browser.json<SignedIn>("post /auth/refresh", {
      organizationId: firm.organizationId,
    });
    expect(home.organization.id).not.toBe(firm.organizationId);
    expect(home.organizations.map((one) => one.id)).not.toContain(firm.organizationId);
  });
});

describe("the end of an access", () => {
  it("holds on the next request with the same token, and closes sockets", async () => {
    const { id } = await grant(firm.owner);
    const inside = await nadia.inside(firm.organizationId);
    const socket = await openSocket<LiveMessage>(inside as never, "live");
    const partner = await firm.hire("owner");
    const began = Date.now();
    expect((await end(id, partner)).status).toBe(204);
    expect(await socket.closed).toBe(4401);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await refusal(await inside.call("get /clients"))).toEqual([403, "permission.denied"]);
    expect(await refusal(await end(id))).toEqual([404, "support.grant_not_found"]);
  });

  it("comes by itself when the time is over, and is told by mail and in the audit", async () => {
    const { id } = await grant(firm.owner);
    const inside = await nadia.inside(firm.organizationId);
    await change("UPDATE support_grants SET expires_at = granted_at");
    expect(await refusal(await inside.call("get /clients"))).toEqual([403, "permission.denied"]);
    await runScheduled("* * * * *", testEnv);
    expect((await audit("action = 'support_grant.ended'"))[0]).toMatchObject({ entity_id: id });
    const [mail] = await mailsTo(firm.owner.email, "support_ended");
    expect(mail?.text).toContain("arrivé à son terme");
    const [row] = await rows<{ ended_by: string | null }>(
      "SELECT ended_by FROM support_grants WHERE id = ?",
      id,
    );
    expect(row?.ended_by).toBeNull();
  });

  it("comes with another one: there is one at a time", async () => {
    const first = await grant(firm.owner);
    await grant(firm.owner, { hours: 8 });
    const { items } = await firm.owner.json<{ items: Grant[] }>("get /support/grants");
    expect(items).toHaveLength(2);
    expect(items.find(({ id }) => id === first.id)?.endedBy).toBe("Claire Morvan");
    expect(items.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  });
});

describe("what support does", () => {
  it("stands in the audit under its access, with a name and a kind of its own", async () => {
    const { id } = await grant(firm.owner, { permissions: ["clients.read", "clients.write"] });
    const inside = await nadia.inside(firm.organizationId);
    await inside.json("post /clients", { company: "Port" });
    const [row] = await audit("action = 'client.created'");
    expect([row?.["actor_id"], row?.["actor_name"]]).toEqual([id, "Nadia Roux"]);
    const log = await firm.owner.json<{ items: { action: string; actor: { kind: string } }[] }>(
      "get /audit",
    );
    const created = log.items.find(({ action }) => action === "client.created");
    expect(created?.actor.kind).toBe("support");
    expect(log.items.filter(({ action }) => action.startsWith("support_grant."))).toHaveLength(2);
  });

  it("includes changes of boards, by request and by socket", async () => {
    const { id: board } = await firm.owner.json<{ id: string }>("post /boards", { title: "Quai" });
    const { id } = await grant(firm.owner, {
      permissions: ["boards.read", "boards.write", "boards.manage"],
    });
    const inside = await nadia.inside(firm.organizationId);
    const column = "col_01HZZZZZZZZZZZZZZZZZZZZZZZ";
    const op = {
      kind: "column.create",
      column,
      after: null,
      before: null,
      fields: { name: "Réserves", category: "todo" },
    };
    await inside.json(`post /boards/${board}/ops`, { ops: [op] });
    await vi.waitUntil(async () => (await audit(`entity_id = '${column}'`)).length > 0, 10_000);
    expect((await audit(`entity_id = '${column}'`))[0]?.["actor_id"]).toBe(id);
  });

  it("is noted for each route that is opened, once a minute, and told at the first", async () => {
    const { id } = await grant(firm.owner);
    const inside = await nadia.inside(firm.organizationId);
    await inside.json("get /clients");
    await inside.json("get /clients");
    await inside.json("get /boards");
    await inside.call("get /clients/cli_01HZZZZZZZZZZZZZZZZZZZZZZZ");
    const db = await databaseOf(firm.organizationId);
    const notes = () =>
      db.rows<{ actor_id: string; detail: string }>(
        "SELECT * FROM access_log WHERE action = 'support.opened' ORDER BY id",
      );
    await vi.waitUntil(async () => (await notes()).length >= 3, 5_000);
    const opened = (await notes()).map(
      ({ detail }) => (JSON.parse(detail) as { route: string }).route,
    );
    expect(opened.toSorted()).toEqual(["get /boards", "get /clients", "get /clients/{id}"]);
    expect(new Set((await notes()).map((note) => note.actor_id))).toEqual(new Set([id]));
    const log = await firm.owner.json<{ items: { actor: { kind: string; name: string } }[] }>(
      "get /audit/access?action=support.opened",
    );
    expect(log.items[0]?.actor).toMatchObject({ kind: "support", name: "Nadia Roux" });
    const [told] = await mailsTo(firm.owner.email, "support_used");
    expect(told?.subject).toContain("Le support est entré");
    expect(await mailsTo(firm.owner.email, "support_opened")).toHaveLength(1);
    expect(await audit("action = 'support_grant.used'")).toHaveLength(1);
    const [used] = await rows("SELECT used_by FROM support_grants WHERE id = ?", id);
    expect(used).toEqual({ used_by: "Nadia Roux" });
  });

  it("with reading alone is refused by every route that changes something of the organization", async () => {
    await grant(firm.owner);
    const inside = await nadia.inside(firm.organizationId);
    const ids = {
      cli: (await firm.owner.json<{ id: string }>("post /clients", { company: "Port" })).id,
      brd: (await firm.owner.json<{ id: string }>("post /boards", { title: "Quai" })).id,
    };
    // What anybody signed in may do, and what only looks although it is asked for by POST.
    const free: readonly string[] = ["public", "member", ...READING_KEYS];
    let asked = 0;
    for (const { route } of ROUTES) {
      if (route.method === "get" || free.includes(route.permission)) continue;
      const wanted = fillPathOr(route, ids);
      const answer = await inside.call(`${route.method} ${wanted}`, BODIES[nameOf(route)]);
      expect([nameOf(route), ...(await refusal(answer))]).toEqual([
        nameOf(route),
        403,
        "permission.denied",
      ]);
      asked += 1;
    }
    expect(asked).toBeGreaterThan(30);
  });
});

/** The path with ids of the organization where there are any; the others need not exist to be refused. */
function fillPathOr(route: (typeof ROUTES)[number]["route"], ids: Record<string, string>): string {
  const schema = route.params && z.toJSONSchema(route.params, { unrepresentable: "any" });
  const prefixes = Object.values(schema?.properties ?? {}).flatMap((one) => {
    const [, prefix] = /^\^(\w+)_/.exec((typeof one === "object" && one.pattern) || "") ?? [];
    return prefix ?? [];
  });
  return fillPath(route, {
    ...Object.fromEntries(prefixes.map((one) => [one, `${one}_01HZZZZZZZZZZZZZZZZZZZZZZZ`])),
    chunk: "0",
    ...ids,
  });
}
