import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { addClient } from "#worker/features/clients/testing.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { auditOf } from "./testing.ts";

let organization: TestOrganization;
let owner: TestPerson;
let hugo: TestPerson;
let client: { id: string };

beforeAll(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
  hugo = await organization.join("member", "Hugo Pérrin");
  client = await addClient(owner, { company: "Mairie de Lyon" });
  await hugo.call(
    `patch /clients/${client.id}`,
    { version: 1, changes: { estimatedMinor: 5200000, nextAction: "Relancer la préfecture" } },
    { "cf-connecting-ip": "203.0.113.7" },
  );
  await addClient(owner, { company: "Port autonome" });
  await owner.call("post /boards", { title: "Chantier Voss" });
});

const actionsOf = async (query: string) =>
  (await auditOf(owner, query)).items.map(({ action }) => action);

describe("the audit log", () => {
  it("tells who did what to what, last first, with the difference, the request and the address", async () => {
    const { items } = await auditOf(owner, "entity=client");
    expect(items.map(({ action }) => action)).toEqual([
      "client.created",
      "client.updated",
      "client.created",
    ]);
    expect(items[1]).toMatchObject({
      actor: { id: hugo.userId, name: "Hugo Pérrin", kind: "person" },
      entityId: client.id,
      label: "Mairie de Lyon",
      changes: [
        { field: "nextAction", before: "", after: "Relancer la préfecture" },
        { field: "estimatedMinor", before: null, after: 5200000 },
      ],
      requestId: expect.stringMatching(/^req_/),
      address: "203.0.113.7",
    });
  });

  it.each([
    ["a person", () => `actorId=${hugo.userId}`, ["client.updated"]],
    ["an action", () => "action=board.created", ["board.created"]],
    ["a record", () => `recordId=${client.id}`, ["client.updated", "client.created"]],
    ["a future period", () => "from=2999-01-01T00:00:00.000Z", []],
    ["a past period", () => "to=2000-01-01T00:00:00.000Z", []],
    ["a name, without accents", () => "q=hugo%20perr", ["client.updated"]],
    ["a value", () => "q=prefecture", ["client.updated"]],
    ["an address", () => "q=203.0.113.7", ["client.updated"]],
    ["words and a kind of record", () => "q=mairie&entity=board", []],
    ["signs alone", () => "q=%22%27", []],
  ])("narrows by %s", async (_name, query, actions) => {
    expect(await actionsOf(query())).toEqual(actions);
  });

  it("finds a request by its number", async () => {
    const [row] = (await auditOf(owner, `actorId=${hugo.userId}`)).items;
    expect((await auditOf(owner, `q=${row?.requestId}`)).items).toEqual([row]);
  });

  it("comes page by page, each row once", async () => {
    const whole = (await auditOf(owner)).items.map(({ id }) => id);
    const ids: number[] = [];
    let cursor = "";
    do {
      const page = await auditOf(owner, `limit=2${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? "";
    } while (cursor !== "");
    expect(ids).toEqual(whole);
    expect((await owner.call("get /audit?cursor=nonsense")).status).toBe(422);
  });

  it("keeps the name of who has left", async () => {
    await organization.remove(hugo);
    const answer = await owner.call("get /audit/actors");
    expect(await answer.json()).toEqual({
      items: [
        { id: owner.userId, name: "Claire Morvan" },
        { id: hugo.userId, name: "Hugo Pérrin" },
      ],
    });
  });

  it("knows what records and people are called", async () => {
    const ids = [client.id, hugo.userId, newId("cli")].join();
    const answer = await owner.call(`get /audit/names?ids=${ids}`);
    expect(await answer.json()).toEqual({
      items: [
        { id: client.id, name: "Mairie de Lyon" },
        { id: hugo.userId, name: "Hugo Pérrin" },
      ],
    });
  });

  it("tells a record's own history, and nothing of what is not there", async () => {
    const { items } = await (
      await owner.call(`get /audit/records/${client.id}`)
    ).json<{
      items: { action: string }[];
    }>();
    expect(items.map(({ action }) => action)).toEqual(["client.updated", "client.created"]);
    expect((await owner.call(`get /audit/records/${newId("cli")}`)).status).toBe(404);
  });

  it("is open to owners and admins only", async () => {
    for (const role of ["manager", "member", "viewer"] as const) {
      expect((await (await organization.join(role)).call("get /audit")).status).toBe(403);
    }
    expect((await (await organization.join("admin")).call("get /audit")).status).toBe(200);
  });
});
