import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { AuditEntry } from "#domain/audit/model.ts";
import type { NewToken, ServiceAccount, Token } from "#domain/tokens/model.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { delivered, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { answered, using, words } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let admin: Colleague;
let made = 0;

beforeAll(async () => {
  quiet();
  firm = await openFirm();
  admin = await firm.hire("admin");
});

afterAll(() => void vi.restoreAllMocks());

const create = (person: Colleague, role: string) => {
  made += 1;
  const body = { name: `Passerelle ${made}`, roleId: firm.roleId(role) };
  return person.json<ServiceAccount>("post /service-accounts", body);
};
const tokenOf = (service: ServiceAccount, over: Parameters<typeof words>[0] = {}) =>
  admin.json<NewToken>(`post /service-accounts/${service.id}/tokens`, words(over));

/** How many requests are left of the account's minute. */
async function rest(token: string): Promise<number> {
  const told = (await using(token)("get /clients")).headers.get("ratelimit") ?? "";
  return Number(/^"service";r=(\d+);/.exec(told)?.[1]);
}

describe("a service account", () => {
  it("acts by a token of its own, in its own name", async () => {
    const service = await create(admin, "member");
    const { token } = await tokenOf(service, { permissions: ["clients.read", "clients.write"] });
    expect(token).toMatch(/^aet_s/);
    const client = await answered<{ id: string }>(using(token)("post /clients", { company: "A" }));
    const { items } = await admin.json<{ items: AuditEntry[] }>("get /audit");
    expect(items.find((row) => row.entityId === client.id)?.actor).toEqual({
      id: service.id,
      name: service.name,
      kind: "service",
    });
    expect(await refusal(await using(token)("get /boards"))).toEqual([403, "permission.denied"]);
  });

  it("works on boards, whose own object tells the audit who it was", async () => {
    const service = await create(admin, "manager");
    const permissions = ["boards.read", "boards.write", "boards.manage"] as const;
    const { token } = await tokenOf(service, { permissions: [...permissions] });
    const call = using(token);
    const board = await answered<{ id: string }>(call("post /boards", { title: "Quai" }));
    const column = testId("col", 1);
    const fields = { name: "Réserves", category: "todo" };
    const op = { kind: "column.create", column, after: null, before: null, fields };
    await answered(call(`post /boards/${board.id}/ops`, { ops: [op] }));
    const actors = async () => {
      const { items } = await admin.json<{ items: AuditEntry[] }>("get /audit");
      const own = items.filter(({ entityId }) => [board.id, column].includes(entityId));
      return own.map(({ actor }) => `${actor.kind} ${actor.name}`);
    };
    await expect.poll(actors).toEqual([`service ${service.name}`, `service ${service.name}`]);
    expect(await answered(call("get /boards"))).toMatchObject({ items: [{ id: board.id }] });
  });

  it("outlives who made it, and is found with its tokens by whoever manages them", async () => {
    const other = await firm.hire("admin");
    const service = await create(other, "viewer");
    const path = `post /service-accounts/${service.id}/tokens`;
    const { id, token } = await other.json<NewToken>(path, words());
    await firm.owner.json(`delete /members/${other.me.person.id}`);
    expect((await using(token)("get /clients")).status).toBe(200);
    const { items } = await admin.json<{ items: ServiceAccount[] }>("get /service-accounts");
    expect(items.find((one) => one.id === service.id)?.tokens).toMatchObject([{ id }]);
    const all = await admin.json<{ items: Token[] }>("get /organization/tokens");
    const owner = { kind: "service", id: service.id, name: service.name };
    expect(all.items.find((one) => one.id === id)?.owner).toEqual(owner);
  });

  it("is given no role beyond its maker's keys, and its tokens none of theirs", async () => {
    const body = { name: "Trop", roleId: firm.roleId("owner") };
    const refused = await admin.call("post /service-accounts", body);
    expect(await refusal(refused)).toEqual([403, "permission.denied"]);
    const service = await create(firm.owner, "owner");
    expect(service.permissions).not.toContain("identity.own");
    const path = `/service-accounts/${service.id}`;
    const renamed = await admin.json<ServiceAccount>(`patch ${path}`, { name: "Du chef" });
    expect(renamed.can.grant).toBe(false);
    const role = await admin.call(`patch ${path}`, { roleId: firm.roleId("viewer") });
    expect(await refusal(role)).toEqual([403, "permission.denied"]);
    const keys = words({ permissions: ["clients.read", "clients.delete"] });
    const viewer = await create(admin, "viewer");
    const beyond = await admin.call(`post /service-accounts/${viewer.id}/tokens`, keys);
    expect(await refusal(beyond)).toEqual([403, "permission.denied"]);
  });

  it("is made, seen and changed by nobody without the key for it", async () => {
    const manager = await firm.hire("manager");
    const service = await create(admin, "viewer");
    const asked = [
      manager.call("get /service-accounts"),
      manager.call("get /organization/tokens"),
      manager.call("post /service-accounts", { name: "Z", roleId: firm.roleId("viewer") }),
      manager.call(`patch /service-accounts/${service.id}`, { disabled: true }),
      manager.call(`delete /service-accounts/${service.id}`),
      manager.call(`post /service-accounts/${service.id}/tokens`, words()),
    ];
    for (const answer of await Promise.all(asked))
      expect(await refusal(answer)).toEqual([403, "permission.denied"]);
  });

  it("stops at once, and goes on when it is let", async () => {
    const service = await create(admin, "viewer");
    const { token } = await tokenOf(service);
    const path = `patch /service-accounts/${service.id}`;
    const stopped = await admin.json<ServiceAccount>(path, { disabled: true });
    expect(stopped.disabledAt).not.toBeNull();
    const refused = await using(token)("get /clients");
    expect(await refused.json()).toMatchObject({
      code: "auth.token_invalid",
      params: { reason: "disabled" },
    });
    const more = await admin.call(`post /service-accounts/${service.id}/tokens`, words());
    expect(await refusal(more)).toEqual([409, "service.disabled"]);
    await admin.json(path, { disabled: false });
    expect((await using(token)("get /clients")).status).toBe(200);
  });

  it("loses keys with its role, on the next request", async () => {
    const service = await create(admin, "member");
    const { token } = await tokenOf(service, { permissions: ["clients.read", "clients.write"] });
    expect((await using(token)("post /clients", { company: "B" })).status).toBe(201);
    const change = { roleId: firm.roleId("viewer") };
    await admin.json(`patch /service-accounts/${service.id}`, change);
    expect((await using(token)("get /clients")).status).toBe(200);
    const refused = await using(token)("post /clients", { company: "C" });
    expect(await refusal(refused)).toEqual([403, "permission.denied"]);
  });

  it("goes with its tokens, and what it did keeps its name", async () => {
    const service = await create(admin, "member");
    const { token } = await tokenOf(service, { permissions: ["clients.read", "clients.write"] });
    await answered(using(token)("post /clients", { company: "D" }));
    await admin.json(`delete /service-accounts/${service.id}`);
    const refused = await using(token)("get /clients");
    expect(await refusal(refused)).toEqual([401, "auth.token_invalid"]);
    expect(await rows("SELECT 1 FROM api_tokens WHERE service_id = ?", service.id)).toEqual([]);
    await delivered();
    const { items } = await admin.json<{ items: AuditEntry[] }>("get /audit");
    expect(items.map(({ actor }) => actor.name)).toContain(service.name);
    expect(items[0]).toMatchObject({ action: "service.deleted", label: service.name });
  });

  it("has a name that no other one has", async () => {
    const { name } = await create(admin, "viewer");
    const body = { name: name.toUpperCase(), roleId: firm.roleId("viewer") };
    const refused = await admin.call("post /service-accounts", body);
    expect(await refusal(refused)).toEqual([409, "service.name_taken"]);
  });

  it("keeps its role from being deleted", async () => {
    const role = { name: "Robot", permissions: ["clients.read"] };
    const { id } = await admin.json<{ id: string }>("post /roles", role);
    const service = await admin.json<ServiceAccount>("post /service-accounts", {
      name: "Robot",
      roleId: id,
    });
    const refused = await admin.call(`delete /roles/${id}`);
    expect(await refusal(refused)).toEqual([409, "identity.role_in_use"]);
    await admin.json(`delete /service-accounts/${service.id}`);
    await admin.json(`delete /roles/${id}`);
  });

  it("counts its tokens' requests together", async () => {
    const service = await create(admin, "viewer");
    const [one, other] = [await tokenOf(service), await tokenOf(service)];
    const first = await rest(one.token);
    expect(await rest(other.token)).toBe(first - 1);
  });
});
