import { beforeAll, describe, expect, it } from "vitest";
import type { RestoreView } from "#domain/exports/restore-model.ts";
import { databaseOf, rows as controlRows } from "#worker/platform/testing-databases.ts";
import { signAccess } from "#worker/platform/auth/tokens.ts";
import { exportedTables } from "#worker/platform/exports/tables.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { systemClock } from "#worker/platform/clock.ts";
import {
  callWorker,
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { sourceOf } from "#worker/features/workspaces/testing.ts";
import { exported, json, opened, restored, type Opened } from "./testing.ts";

let firm: TestOrganization;
let guest: TestOrganization;
let archive: Opened;
let view: RestoreView;
let shared: string;
let inside: (request: string, body?: unknown) => Promise<Response>;

/** How a person calls another organization of theirs. */
async function entering(person: TestPerson, organizationId: string) {
  const { binding } = await databaseOf(organizationId);
  const tenant = { organizationId, binding: binding as TenantRef["binding"] };
  const claims = { userId: person.userId, sessionId: person.sessionId, tenant };
  const { token } = await signAccess(testEnv, systemClock, claims);
  return (request: string, body?: unknown) =>
    callWorker(request, body, {
      authorization: `Bearer ${token}`,
      "idempotency-key": crypto.randomUUID(),
    });
}

/** A workspace with a file that was given to the organization; answers the source's id. */
async function sharedSource(owner: TestPerson): Promise<string> {
  const space = await json<{ id: string }>(owner, "post /workspaces", { title: "Ventes" });
  const { id } = await json<{ id: string }>(owner, "post /data-sources", sourceOf(space.id, "t"));
  await owner.call(`put /data-sources/${id}/parts/0`, { data: btoa("a;b\n1;2") });
  const body = { version: 1, bytes: 7, format: "text", reading: '{"delimiter":";"}' };
  await json(owner, `post /data-sources/${id}/share`, body);
  return id;
}

beforeAll(async () => {
  firm = await mintOrganization("Atelier Morvan");
  guest = await mintOrganization("Chez l’invité");
  const { owner } = firm;
  await firm.join("member", "Lucas Petit");
  for (let n = 1; n <= 12; n += 1)
    await json(owner, "post /clients", { company: `Mairie n° ${n}` });
  const board = await json<{ id: string }>(owner, "post /boards", { title: "Chantier" });
  const { columns } = await json<{ columns: { id: string }[] }>(
    owner,
    `get /boards/${board.id}/cards`,
  );
  const fields = {
    title: "Toiture",
    description: "Tuiles",
    priority: "high",
    dueOn: null,
    clientId: null,
    tags: ["été"],
    assigneeIds: [owner.userId],
  };
  const card = `crd_${"0".repeat(25)}1`;
  const create = {
    kind: "card.create",
    card,
    column: columns[0]?.id,
    after: null,
    before: null,
    fields,
  };
  await json(owner, `post /boards/${board.id}/ops`, { ops: [create] });
  await json(owner, `post /boards/${board.id}/ops`, {
    ops: [{ kind: "card.update", card, set: { title: "Toiture et gouttières" } }],
  });
  await testEnv.FILES.put(`${firm.tenant.organizationId}/plans/été.pdf`, "un plan");
  shared = await sharedSource(owner);
  archive = await opened(owner, (await exported(owner)).id);
  view = await restored(guest.owner, archive.bytes, "Atelier retrouvé");
  inside = await entering(guest.owner, view.organizationId);
});

describe("a restored organization", () => {
  it("comes to what the archive says", () => {
    const { tables } = archive.manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    expect(view).toMatchObject({
      state: "done",
      fault: null,
      result: { tables: tables.length, rows, boards: 1, files: 3 },
    });
  });

  it("holds the same rows in every table, and after the log one row that tells of it", async () => {
    const db = await databaseOf(view.organizationId);
    const shapes = await exportedTables(testEnv, firm.tenant);
    for (const table of archive.manifest.tables) {
      const wanted = archive.rows(`tables/${table.name}`);
      const order = shapes.find(({ name }) => name === table.name)?.order.join() ?? "";
      const columns = table.columns.join();
      const held = await db.rows(`SELECT ${columns} FROM ${table.name} ORDER BY ${order}`);
      const grows = ["audit", "audit_seals", "former_people"].includes(table.name);
      expect([table.name, grows ? held.slice(0, wanted.length) : held]).toEqual([
        table.name,
        wanted,
      ]);
    }
    const [told] = await db.rows<{ action: string; changes: string }>(
      "SELECT action, changes FROM audit ORDER BY id DESC LIMIT 1",
    );
    expect(told?.action).toBe("organization.restored");
    expect(told?.changes).toContain(firm.tenant.organizationId);
  });

  it("has the files that were shared with the old one, and how they are read", async () => {
    const file = await inside(`get /data-sources/${shared}/file`);
    expect(await file.text()).toBe("a;b\n1;2");
    const reading = await inside(`get /data-sources/${shared}/reading`);
    expect(await reading.json()).toEqual({ reading: '{"delimiter":";"}' });
  });

  it("has an intact chain of seals that goes on from the old one", async () => {
    const answer = await inside("post /audit/verify", {});
    expect(await answer.json()).toMatchObject({ findings: [], unsealed: 0, next: null });
  });

  it("is owned by whoever restored it; nobody else of the archive is a member", async () => {
    const { items } = await (await inside("get /members")).json<{ items: { userId: string }[] }>();
    expect(items.map(({ userId }) => userId)).toEqual([guest.owner.userId]);
    const db = await databaseOf(view.organizationId);
    const people = await db.rows<{ name: string; role: string }>(
      "SELECT name, role FROM former_people ORDER BY name",
    );
    expect(people).toEqual([
      { name: "Claire Morvan", role: "owner" },
      { name: "Lucas Petit", role: "member" },
    ]);
    const [organization] = await controlRows<{ name: string }>(
      "SELECT name FROM organizations WHERE id = ?",
      view.organizationId,
    );
    expect(organization?.name).toBe("Atelier retrouvé");
  });

  it("has its boards alive: the same cards, and they can be changed", async () => {
    const boards = await (await inside("get /boards")).json<{ items: { id: string }[] }>();
    const id = boards.items[0]?.id;
    const board = await (
      await inside(`get /boards/${id}/cards`)
    ).json<{ cards: { id: string; title: string }[] }>();
    expect(board.cards.map(({ title }) => title)).toEqual(["Toiture et gouttières"]);
    const op = { kind: "card.update", card: board.cards[0]?.id, set: { title: "Gouttières" } };
    const answer = await inside(`post /boards/${id}/ops`, { ops: [op] });
    expect(await answer.json()).toMatchObject({ results: [{ outcome: "applied" }] });
    const source = await (
      await firm.owner.call(`get /boards/${id}/cards`)
    ).json<{ cards: { title: string }[] }>();
    expect(source.cards.map(({ title }) => title)).toEqual(["Toiture et gouttières"]);
  });

  it("has its files, and keeps nothing of the archive", async () => {
    const { objects } = await testEnv.FILES.list({ prefix: `${view.organizationId}/` });
    const kept = objects.map(({ key }) => key.slice(view.organizationId.length + 1));
    const path = new RegExp(`^sources/${shared}/fil_\\w+$`);
    expect(kept).toEqual(["plans/été.pdf", expect.stringMatching(path), `${kept[1]}.reading`]);
  });
});
