import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#domain/members/model.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { rows } from "#worker/platform/testing-databases.ts";
import { callWorker } from "#worker/platform/testing.ts";
import { openFirm } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;

beforeAll(async () => {
  firm = await openFirm();
});

const create = (name: string, permissions: string[]) =>
  firm.owner.json<Role>("post /roles", { name, permissions });
const createWithKey = () =>
  callWorker(
    "post /roles",
    { name: "Une fois", permissions: [] },
    {
      authorization: `Bearer ${firm.owner.me.accessToken}`,
      "idempotency-key": "une-seule-fois",
    },
  );

describe("roles", () => {
  it("are rows of keys that an organization adds to", async () => {
    const role = await create("Comptable", ["clients.export", "clients.read"]);
    expect(role).toMatchObject({
      name: "Comptable",
      permissions: ["clients.export", "clients.read"],
      members: 0,
      can: { edit: true, delete: true, give: true },
    });
    const { items } = await firm.owner.json<{ items: Role[] }>("get /roles");
    expect(items.map((item) => item.name ?? item.slug)).toEqual([
      "owner",
      "admin",
      "manager",
      "member",
      "viewer",
      "Comptable",
    ]);
  });

  it("count who holds them in the whole organization, and stay while they are held in a division", async () => {
    const { owner } = firm;
    const { id: roleId } = await create("Chef d’agence", ["clients.read"]);
    const lucas = await firm.hire("viewer");
    const division = await owner.json<{ id: string }>("post /divisions", { name: "Lyon" });
    const place = `put /divisions/${division.id}/members/${lucas.me.person.id}`;
    await owner.json(place, { roleId });
    const { items } = await owner.json<{ items: Role[] }>("get /roles");
    const found = items.find(({ id }) => id === roleId);
    expect(found).toMatchObject({ members: 0, can: { delete: false } });
    expect(await refusal(await owner.call(`delete /roles/${roleId}`))).toEqual([
      409,
      "identity.role_in_use",
    ]);
  });

  it("have a name that no other role of the organization has", async () => {
    await create("Chargée d’affaires", []);
    const again = await firm.owner.call("post /roles", {
      name: "Chargée d’affaires",
      permissions: [],
    });
    expect(await refusal(again)).toEqual([409, "identity.role_name_taken"]);
    const elsewhere = await openFirm();
    const theirs = await elsewhere.owner.call("post /roles", {
      name: "Chargée d’affaires",
      permissions: [],
    });
    expect(theirs.status).toBe(201);
  });

  it("refuse unknown keys and keys named twice", async () => {
    for (const permissions of [["clients.fly"], ["clients.read", "clients.read"]]) {
      const answer = await firm.owner.call("post /roles", { name: "Autre", permissions });
      expect(await refusal(answer)).toEqual([422, "request.invalid"]);
    }
  });

  it("change for everyone who holds them, at once", async () => {
    const role = await create("Assistant", ["identity.read"]);
    const lucas = await firm.hire("viewer");
    await firm.owner.json(`patch /members/${lucas.me.person.id}`, { roleId: role.id });
    expect((await lucas.call("get /clients")).status).toBe(403);
    const changed = await firm.owner.json<Role>(`patch /roles/${role.id}`, {
      permissions: ["clients.read", "identity.read"],
    });
    expect(changed.members).toBe(1);
    expect((await lucas.call("get /clients")).status).toBe(200);
  });

  it("that own keep what mends roles, and an owner gets every right back", async () => {
    const own = firm.roleId("owner");
    const [whole] = (await firm.owner.json<{ items: Role[] }>("get /roles")).items;
    const without = (...gone: string[]) => ({
      permissions: whole?.permissions.filter((key) => !gone.includes(key)),
    });
    for (const key of ["identity.roles", "identity.read"]) {
      const answer = await firm.owner.call(`patch /roles/${own}`, without(key));
      expect(await refusal(answer)).toEqual([422, "identity.owner_keys"]);
    }
    const bare = { name: "Associé", permissions: ["identity.own"] };
    expect(await refusal(await firm.owner.call("post /roles", bare))).toEqual([
      422,
      "identity.owner_keys",
    ]);
    await firm.owner.json(`patch /roles/${own}`, without("clients.delete"));
    const back = await firm.owner.json<Role>(`patch /roles/${own}`, without());
    expect(back.permissions).toEqual(whole?.permissions);
    expect(back.can.edit).toBe(true);
  });

  it("can't be made, changed or deleted beyond the actor's own keys", async () => {
    const admin = await firm.hire("admin");
    const made = await admin.call("post /roles", { name: "Chef", permissions: ["identity.own"] });
    expect(await refusal(made)).toEqual([403, "permission.denied"]);
    const raised = await admin.call(`patch /roles/${firm.roleId("viewer")}`, {
      permissions: ["identity.own"],
    });
    expect(await refusal(raised)).toEqual([403, "permission.denied"]);
    const lowered = await admin.call(`patch /roles/${firm.roleId("owner")}`, { permissions: [] });
    expect(await refusal(lowered)).toEqual([403, "permission.denied"]);
    const deleted = await admin.call(`delete /roles/${firm.roleId("owner")}`);
    expect(await refusal(deleted)).toEqual([403, "permission.denied"]);
  });

  it("stay while a member holds them or an open invitation gives them", async () => {
    const role = await create("Stagiaire", ["identity.read"]);
    const remove = () => firm.owner.call(`delete /roles/${role.id}`);
    const { id } = await firm.owner.json<{ id: string }>("post /invitations", {
      email: null,
      roleId: role.id,
    });
    expect(await refusal(await remove())).toEqual([409, "identity.role_in_use"]);
    await firm.owner.json(`delete /invitations/${id}`);
    expect((await remove()).status).toBe(204);
    expect(await refusal(await remove())).toEqual([404, "identity.role_not_found"]);
  });

  it("made twice with one key are one role", async () => {
    const [first, second] = [await createWithKey(), await createWithKey()];
    expect(await second.json()).toEqual(await first.json());
    expect(await rows("SELECT 1 FROM roles WHERE name = 'Une fois'")).toHaveLength(1);
  });
});
