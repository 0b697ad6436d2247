import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { newId } from "#domain/ids.ts";
import { ROUTES } from "#worker/app.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { nameOf } from "./samples.ts";

// What of another organization can be named beside the path, and what lists could show of it.
type Firm = Awaited<ReturnType<typeof openFirm>>;

/** Stands in names of the other organization's records, and in nothing of ours. */
const CANARY = "Zanzibarine";
let home: Firm;
let away: Firm;
let lucas: Colleague;
let invitation: string;
let one: TestOrganization;
let two: TestOrganization;

beforeAll(async () => {
  quiet();
  // Before the first registration, which takes down the whole pool.
  [one, two] = [await mintOrganization(), await mintOrganization()];
  [home, away] = [await openFirm(), await openFirm()];
  lucas = await home.hire("member");
  await away.owner.json("patch /auth/me", { name: CANARY });
  await away.owner.json("post /clients", { company: `${CANARY} SA` });
  await away.owner.json("post /boards", { title: `Tableau ${CANARY}` });
  const permissions = ["clients.read"];
  await away.owner.json("post /roles", { name: `Rôle ${CANARY}`, permissions });
  await away.owner.json("post /divisions", { name: `Division ${CANARY}` });
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  for (const { owner } of [home, away]) {
    await owner.json("post /tokens", { name: "Export", permissions, expiresAt });
  }
  const service = { name: `Robot ${CANARY}`, roleId: away.roleId("viewer") };
  await away.owner.json("post /service-accounts", service);
  const invited = { email: `${CANARY}@example.com`.toLowerCase(), roleId: away.roleId("viewer") };
  invitation = (await away.owner.json<{ id: string }>("post /invitations", invited)).id;
});
afterAll(() => void vi.restoreAllMocks());

describe("another organization's record", () => {
  it("is no role to give", async () => {
    const path = `patch /members/${lucas.me.person.id}`;
    const answer = await home.owner.call(path, { roleId: away.roleId("viewer") });
    expect(await refusal(answer)).toEqual([404, "identity.role_not_found"]);
  });

  it("is no role to invite to", async () => {
    const body = { email: null, roleId: away.roleId("viewer") };
    const answer = await home.owner.call("post /invitations", body);
    expect(await refusal(answer)).toEqual([404, "identity.role_not_found"]);
  });

  it("is no role to change or to delete", async () => {
    for (const request of ["patch", "delete"]) {
      const path = `${request} /roles/${away.roleId("viewer")}`;
      const answer = await home.owner.call(
        path,
        request === "patch" ? { name: "À nous" } : undefined,
      );
      expect(await refusal(answer)).toEqual([404, "identity.role_not_found"]);
    }
  });

  it("is no member to change or to remove", async () => {
    const path = `/members/${away.owner.me.person.id}`;
    const given = await home.owner.call(`patch ${path}`, { roleId: home.roleId("viewer") });
    expect(await refusal(given)).toEqual([404, "identity.member_not_found"]);
    expect(await refusal(await home.owner.call(`delete ${path}`))).toEqual([
      404,
      "identity.member_not_found",
    ]);
  });

  it("is no invitation to revoke", async () => {
    const answer = await home.owner.call(`delete /invitations/${invitation}`);
    expect(await refusal(answer)).toEqual([404, "identity.invitation_not_found"]);
    const { items } = await away.owner.json<{ items: { id: string }[] }>("get /invitations");
    expect(items.map((item) => item.id)).toContain(invitation);
  });

  it("is no organization to switch to", async () => {
    const answer = await home.owner.call("post /auth/switch", {
      organizationId: away.organizationId,
    });
    expect(await refusal(answer)).toEqual([404, "organization.not_found"]);
  });

  it("is no organization to refresh into", async () => {
    const body = { organizationId: away.organizationId };
    const me = await home.owner.browser.json<SignedIn>("post /auth/refresh", body);
    expect(me.organization.id).toBe(home.organizationId);
  });

  it("is no session to end, whether the person is a colleague or a stranger", async () => {
    for (const person of [lucas, away.owner]) {
      const sql = "SELECT id FROM sessions WHERE user_id = ?";
      const [session] = await rows<{ id: string }>(sql, person.me.person.id);
      const answer = await home.owner.call(`delete /auth/sessions/${session?.id}`);
      expect(await refusal(answer)).toEqual([404, "auth.session_not_found"]);
      expect((await person.call("get /auth/me")).status).toBe(200);
    }
  });
});

async function ids(person: Colleague, path: string): Promise<string[]> {
  const { items } = await person.json<{ items: { id: string }[] }>(`get ${path}`);
  return items.map((item) => item.id);
}

const create = (person: TestPerson, key: string) =>
  person.call("post /clients", { company: "Répétée" }, { "idempotency-key": key });

const lists = ROUTES.map((bound) => bound.route).filter(
  (route) => route.method === "get" && !route.params && route.permission !== "public",
);

describe("a list", () => {
  it.each(lists.map((route) => [nameOf(route), route] as const))(
    "of %s shows nothing of another organization",
    async (_name, route) => {
      const query = route.path === "/search" ? `?q=${CANARY}` : "";
      const own = await away.owner.call(`get ${route.path}${query}`);
      expect(own.status).toBe(200);
      const text = await (await home.owner.call(`get ${route.path}${query}`)).text();
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain(away.organizationId);
      expect(text).not.toContain(away.owner.me.person.id);
    },
  );

  it("of sessions, account events and API tokens holds the person's own alone", async () => {
    await lucas.json("post /tokens", {
      name: "À moi",
      permissions: ["clients.read"],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    for (const path of ["/auth/sessions", "/auth/events", "/tokens"]) {
      const [mine, theirs] = [await ids(home.owner, path), await ids(lucas, path)];
      expect(mine.length * theirs.length).toBeGreaterThan(0);
      expect(mine.filter((id) => theirs.includes(id))).toEqual([]);
    }
  });

  it("finds through search only what the person's keys let see", async () => {
    const reader = await one.join("viewer");
    await one.owner.call("post /clients", { company: "Menuiserie Quimper" });
    await one.owner.call("post /boards", { title: "Chantier Quimper" });
    await one.restrict(reader, ["boards.read"]);
    const found = await reader.call("get /search?q=quimper");
    const { items } = await found.json<{ items: { entity: string }[] }>();
    expect(items.map((item) => item.entity)).toEqual(["board"]);
  });
});

const scopes = async (person: TestPerson) => (await person.ctx().actor()).scopes;

describe("a role in a division", () => {
  it("counts for its own holder, and for nobody beside", async () => {
    const [holder, other] = [await one.join("viewer"), await one.join("viewer")];
    const { organizationId } = one.tenant;
    const made = await one.owner.call("post /divisions", { name: "Sud" });
    const { id } = await made.json<{ id: string }>();
    const place = `INSERT INTO memberships_divisions (division_id, organization_id, user_id, role_id, created_at)
      SELECT ?, organization_id, ?, id, '2026' FROM roles WHERE organization_id = ? AND slug = 'manager'`;
    await change(place, id, holder.userId, organizationId);
    expect(await scopes(holder)).toMatchObject([{ divisionId: id }]);
    expect(await scopes(other)).toEqual([]);
  });
});

describe("a change of the control database", () => {
  it.each([
    ["the role changed", "UPDATE memberships SET authz_epoch = authz_epoch + 1 WHERE user_id = ?"],
    ["the membership ended", "DELETE FROM memberships WHERE user_id = ?"],
    ["the session ended", "UPDATE sessions SET revoked_at = '2026' WHERE user_id = ?"],
  ])("is not made when, since the check, %s", async (_what, sql) => {
    const person = await one.join("owner");
    const ctx = person.ctx();
    const scope = await scopeOf(ctx);
    await change(sql, person.userId);
    const plan = { writes: [write("UPDATE users SET name = 'x' WHERE 1")], answer: null };
    await expect(commitControl(scope, plan)).rejects.toThrow("auth.expired");
  });
});

describe("an idempotency key", () => {
  it("is each person's own: another one's answer is never given", async () => {
    const colleague = await one.join("owner");
    const key = newId("x");
    const first = await (await create(one.owner, key)).json<{ id: string }>();
    const second = await (await create(colleague, key)).json<{ id: string }>();
    expect(second.id).not.toBe(first.id);
    // A request that fails is answered from its key, as a repeated delete is: from one's own alone.
    const headers = { "idempotency-key": newId("x") };
    const remove = `delete /clients/${first.id}`;
    const statuses = [
      (await one.owner.call(remove, undefined, headers)).ok,
      (await one.owner.call(remove, undefined, headers)).ok,
      (await colleague.call(remove, undefined, headers)).status,
    ];
    expect(statuses).toEqual([true, true, 404]);
  });
});

describe("files", () => {
  it("of one organization are not there for another, under the same name", async () => {
    const put = one.owner.ctx();
    await put.files.put("plans/rez.pdf", "les nôtres");
    const got = await put.files.get("plans/rez.pdf");
    expect(await got?.text()).toBe("les nôtres");
    expect(await two.owner.ctx().files.get("plans/rez.pdf")).toBeNull();
    await two.owner.ctx().files.delete("plans/rez.pdf");
    expect(await put.files.get("plans/rez.pdf")).not.toBeNull();
  });
});
