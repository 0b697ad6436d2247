import { beforeAll, describe, expect, it } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addClient, contentOf } from "./testing.ts";

const UNKNOWN = `cli_${"0".repeat(26)}`;
let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

async function addSome(count: number): Promise<ClientView[]> {
  const clients: ClientView[] = [];
  for (let i = 0; i < count; i += 1) {
    clients.push(await addClient(organization.owner, { company: `Lot ${i}`, sector: `S${i % 2}` }));
  }
  return clients;
}

describe("bulk", () => {
  it("changes each client in one commit, and tells which are missing", async () => {
    const [first, second, third] = await addSome(3);
    const response = await organization.owner.call(
      "post /clients/bulk",
      {
        items: [
          { id: first?.id, changes: { stage: "signed" } },
          { id: second?.id, changes: { stage: "new", priority: "urgent" } },
          { id: UNKNOWN, changes: { stage: "signed" } },
        ],
      },
      { "idempotency-key": "bulk-edit" },
    );
    expect(response.status).toBe(200);
    const { items, missing } = await response.json<{ items: ClientView[]; missing: string[] }>();
    expect(items.map(({ id, stage, version }) => [id, stage, version])).toEqual([
      [first?.id, "signed", 2],
      [second?.id, "new", 2],
    ]);
    expect(missing).toEqual([UNKNOWN]);
    await expectCommitted(organization, {
      type: "client.updated",
      entityId: second?.id ?? "",
      table: "clients",
      row: { priority: "urgent", stage: "new" },
      changes: [{ field: "priority", before: "medium", after: "urgent" }],
      search: "Lot 1",
      key: "bulk-edit",
    });
    const other = await organization.owner.call(`get /clients/${third?.id}`);
    expect(await other.json()).toMatchObject({ stage: "new", version: 1 });
  });

  it("deletes and restores a hundred at once", async () => {
    const clients = await addSome(100);
    const ids = clients.map((client) => client.id);
    const gone = await organization.owner.call("post /clients/bulk/delete", { ids });
    expect(await gone.json()).toMatchObject({ missing: [] });
    for (const id of [ids[0], ids[99]]) {
      expect((await organization.owner.call(`get /clients/${id}`)).status).toBe(404);
    }
    const back = await organization.owner.call("post /clients/bulk/restore", { ids });
    const { items } = await back.json<{ items: ClientView[] }>();
    expect(items.map(contentOf).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      clients.map(contentOf).toSorted((a, b) => a.id.localeCompare(b.id)),
    );
  });

  it("refuses a client named twice, and more than a hundred", async () => {
    const twice = await organization.owner.call("post /clients/bulk/delete", {
      ids: [UNKNOWN, UNKNOWN],
    });
    expect(twice.status).toBe(422);
    const many = Array.from({ length: 101 }, (_, i) => `cli_${String(i).padStart(26, "0")}`);
    expect((await organization.owner.call("post /clients/bulk/delete", { ids: many })).status).toBe(
      422,
    );
  });

  it("keeps deletion to those who hold its key", async () => {
    const member = await organization.join("member");
    const [client] = await addSome(1);
    const answer = await member.call("post /clients/bulk/delete", { ids: [client?.id] });
    expect(answer.status).toBe(403);
  });
});
