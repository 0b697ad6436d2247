import { beforeAll, describe, expect, it } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addClient, contentOf } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

describe("deleteClient and restoreClient", () => {
  it("takes the client out of lists and search, keeps its row, and brings it back as it was", async () => {
    const { owner } = organization;
    const client = await addClient(owner, { company: "Métallerie Brunet", notes: "À garder" });
    const gone = await owner.call(`delete /clients/${client.id}`, undefined, {
      "idempotency-key": "delete-1",
    });
    expect(gone.status).toBe(204);
    await expectCommitted(organization, {
      type: "client.deleted",
      entityId: client.id,
      table: "clients",
      row: { company: "Métallerie Brunet", version: 2, deleted_at: expect.any(String) },
      search: null,
      key: "delete-1",
    });
    expect((await owner.call(`get /clients/${client.id}`)).status).toBe(404);
    const back = await owner.call(`post /clients/${client.id}/restore`, undefined, {
      "idempotency-key": "restore-1",
    });
    expect(back.status).toBe(200);
    expect(contentOf(await back.json<ClientView>())).toEqual(contentOf(client));
    await expectCommitted(organization, {
      type: "client.restored",
      entityId: client.id,
      table: "clients",
      row: { version: 3, deleted_at: null, notes: "À garder" },
      search: "Métallerie Brunet",
      key: "restore-1",
    });
  });

  it("answers a repeated deletion as the first one, by its key", async () => {
    const { owner } = organization;
    const client = await addClient(owner, { company: "Deux fois" });
    const send = () =>
      owner.call(`delete /clients/${client.id}`, undefined, { "idempotency-key": "delete-twice" });
    expect([(await send()).status, (await send()).status]).toEqual([204, 204]);
    expect((await owner.call(`delete /clients/${client.id}`)).status).toBe(404);
  });

  it("restores only what was deleted", async () => {
    const client = await addClient(organization.owner, { company: "Vivant" });
    const response = await organization.owner.call(`post /clients/${client.id}/restore`);
    expect(response.status).toBe(404);
  });

  it("is refused to members, who may write but not delete", async () => {
    const client = await addClient(organization.owner, { company: "Protégé" });
    const member = await organization.join("member");
    expect((await member.call(`delete /clients/${client.id}`)).status).toBe(403);
    const read = await member.call(`get /clients/${client.id}`);
    expect(await read.json()).toMatchObject({ can: { write: true, delete: false } });
  });
});
