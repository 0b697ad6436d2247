import { beforeAll, describe, expect, it } from "vitest";
import type { Division } from "#domain/divisions/model.ts";
import type { Role } from "#domain/members/model.ts";
import { newId } from "#domain/ids.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let chief: Role;

beforeAll(async () => {
  firm = await openFirm();
  const permissions = ["identity.read", "identity.roles", "clients.read", "clients.write"];
  chief = await firm.owner.json<Role>("post /roles", { name: "Chef d’agence", permissions });
});

const create = (name: string) => firm.owner.json<Division>("post /divisions", { name });
const pathOf = (division: Division, person: Colleague) =>
  `/divisions/${division.id}/members/${person.me.person.id}`;
const place = (actor: Colleague, division: Division, person: Colleague, roleId: string | null) =>
  actor.call(`put ${pathOf(division, person)}`, { roleId });
const list = async (reader: Colleague) =>
  (await reader.json<{ items: Division[] }>("get /divisions")).items;

describe("a division", () => {
  it("has a name of its own in the organization, can be renamed and deleted", async () => {
    const made = await create("Agence de Lyon");
    const again = await firm.owner.call("post /divisions", { name: "agence de lyon" });
    expect(await refusal(again)).toEqual([409, "identity.division_name_taken"]);
    const path = `/divisions/${made.id}`;
    const renamed = await firm.owner.json<Division>(`patch ${path}`, { name: "Agence de Nantes" });
    expect(renamed.name).toBe("Agence de Nantes");
    expect((await firm.owner.call(`delete ${path}`)).status).toBe(204);
    const gone = await firm.owner.call(`patch ${path}`, { name: "Autre" });
    expect(await refusal(gone)).toEqual([404, "identity.division_not_found"]);
  });

  it("is seen by every member and changed only with the key", async () => {
    const made = await create("Gros œuvre");
    const viewer = await firm.hire("viewer");
    const seen = (await list(viewer)).find(({ id }) => id === made.id);
    expect(seen?.can).toEqual({ edit: false, members: false });
    const refused = await viewer.call(`delete /divisions/${made.id}`);
    expect(await refusal(refused)).toEqual([403, "permission.denied"]);
  });

  it("of another organization does not exist", async () => {
    const other = await openFirm();
    const theirs = await other.owner.json<Division>("post /divisions", { name: "Chez eux" });
    const lucas = await firm.hire("viewer");
    expect(await refusal(await place(firm.owner, theirs, lucas, null))).toEqual([
      404,
      "identity.division_not_found",
    ]);
    expect((await list(firm.owner)).some(({ id }) => id === theirs.id)).toBe(false);
  });
});

describe("a role in a division", () => {
  it("holds there and opens nothing in the whole organization", async () => {
    const [lyon, paris] = [await create("Lyon"), await create("Paris")];
    const lucas = await firm.hire("viewer");
    const anne = await firm.hire("viewer");
    expect((await place(firm.owner, lyon, lucas, chief.id)).status).toBe(200);
    // There: he brings others in. Elsewhere, and in the organization, he does not.
    expect((await place(lucas, lyon, anne, null)).status).toBe(200);
    expect(await refusal(await place(lucas, paris, anne, null))).toEqual([
      403,
      "permission.denied",
    ]);
    const client = await lucas.call("post /clients", { company: "Mairie" });
    expect(await refusal(client)).toEqual([403, "permission.denied"]);
    const role = await lucas.call("post /roles", { name: "À lui", permissions: [] });
    expect(await refusal(role)).toEqual([403, "permission.denied"]);
    const seen = await list(lucas);
    expect(seen.find(({ id }) => id === lyon.id)?.can).toEqual({ edit: false, members: true });
    expect(seen.find(({ id }) => id === paris.id)?.can).toEqual({ edit: false, members: false });
    // What he may give there is what he holds there, and he is offered no more.
    const offered = (division: Division) =>
      seen.find(({ id }) => id === division.id)?.roles.map(({ id }) => id);
    expect(offered(lyon)).toContain(chief.id);
    expect(offered(lyon)).not.toContain(firm.roleId("admin"));
    expect(offered(paris)).toEqual([]);
  });

  it("never reaches beyond what its giver holds there", async () => {
    const division = await create("Second œuvre");
    const lucas = await firm.hire("viewer");
    const anne = await firm.hire("viewer");
    await place(firm.owner, division, lucas, chief.id);
    expect((await place(lucas, division, anne, chief.id)).status).toBe(200);
    const up = await place(lucas, division, anne, firm.roleId("admin"));
    expect(await refusal(up)).toEqual([403, "permission.denied"]);
    await place(firm.owner, division, anne, firm.roleId("admin"));
    expect(await refusal(await place(lucas, division, anne, null))).toEqual([
      403,
      "permission.denied",
    ]);
    const out = await lucas.call(`delete ${pathOf(division, anne)}`);
    expect(await refusal(out)).toEqual([403, "permission.denied"]);
  });

  it("that owns the organization can't be given there; an unknown one neither", async () => {
    const division = await create("Atelier");
    const lucas = await firm.hire("viewer");
    expect(await refusal(await place(firm.owner, division, lucas, firm.roleId("owner")))).toEqual([
      422,
      "identity.role_unscopable",
    ]);
    expect(await refusal(await place(firm.owner, division, lucas, newId("rol")))).toEqual([
      404,
      "identity.role_not_found",
    ]);
  });

  it("is taken back on the next request, with the same access token", async () => {
    const division = await create("Voirie");
    const lucas = await firm.hire("viewer");
    const anne = await firm.hire("viewer");
    await place(firm.owner, division, lucas, chief.id);
    expect((await place(lucas, division, anne, null)).status).toBe(200);
    expect((await firm.owner.call(`delete ${pathOf(division, lucas)}`)).status).toBe(204);
    const late = await lucas.call(`delete ${pathOf(division, anne)}`);
    expect(await refusal(late)).toEqual([403, "permission.denied"]);
    const again = await firm.owner.call(`delete ${pathOf(division, lucas)}`);
    expect(await refusal(again)).toEqual([404, "identity.member_not_found"]);
  });

  it("ends with the division, and with the membership", async () => {
    const [one, two] = [await create("Éphémère"), await create("Durable")];
    const lucas = await firm.hire("viewer");
    await place(firm.owner, one, lucas, chief.id);
    await place(firm.owner, two, lucas, chief.id);
    await firm.owner.json(`delete /divisions/${one.id}`);
    const left = "SELECT division_id FROM memberships_divisions WHERE user_id = ?";
    expect(await rows(left, lucas.me.person.id)).toEqual([{ division_id: two.id }]);
    await firm.owner.json(`delete /members/${lucas.me.person.id}`);
    expect(await rows(left, lucas.me.person.id)).toEqual([]);
  });

  it("keeps its role from being deleted, and follows the role's keys", async () => {
    const words = { name: "Relais", permissions: ["identity.read", "identity.roles"] };
    const role = await firm.owner.json<Role>("post /roles", words);
    const division = await create("Relais");
    const lucas = await firm.hire("viewer");
    const anne = await firm.hire("viewer");
    await place(firm.owner, division, lucas, role.id);
    expect(await refusal(await firm.owner.call(`delete /roles/${role.id}`))).toEqual([
      409,
      "identity.role_in_use",
    ]);
    expect((await place(lucas, division, anne, null)).status).toBe(200);
    const less = { permissions: ["identity.read"] };
    // Who holds it in a division alone is not counted among its members.
    expect((await firm.owner.json<Role>(`patch /roles/${role.id}`, less)).members).toBe(0);
    expect(await refusal(await place(lucas, division, anne, null))).toEqual([
      403,
      "permission.denied",
    ]);
  });

  it("leaves an audit row that names person and division, and tells the person", async () => {
    const division = await create("Études");
    const lucas = await firm.hire("viewer");
    await place(firm.owner, division, lucas, null);
    await place(firm.owner, division, lucas, chief.id);
    await delivered();
    const db = await databaseOf(firm.organizationId);
    const [row] = await db.rows<{ action: string; entity_id: string; changes: string }>(
      "SELECT action, entity_id, changes FROM audit ORDER BY id DESC LIMIT 1",
    );
    expect(row).toEqual({
      action: "division_member.role_changed",
      entity_id: lucas.me.person.id,
      changes: JSON.stringify([{ field: "roleId", before: null, after: chief.id }]),
    });
    const events = await lucas.json<{ items: { kind: string }[] }>("get /auth/events");
    expect(events.items[0]?.kind).toBe("membership.division_changed");
  });
});

it("people in a division stand in order of name, also in the answer of a change", async () => {
  const division = await create("Ordre");
  const lucas = await firm.hire("viewer");
  await place(firm.owner, division, firm.owner, null);
  const answer = await (await place(firm.owner, division, lucas, null)).json<Division>();
  expect(answer.members.map(({ name }) => name)).toEqual(["Claire Morvan", "Lucas Petit"]);
  const listed = (await list(firm.owner)).find(({ id }) => id === division.id);
  expect(listed).toEqual(answer);
});
