import { beforeAll, describe, expect, it } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addClient } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

function patch(client: ClientView, changes: object, version = client.version, key?: string) {
  return organization.owner.call(
    `patch /clients/${client.id}`,
    { version, changes },
    key ? { "idempotency-key": key } : {},
  );
}

describe("updateClient", () => {
  it("commits the change with its difference", async () => {
    const client = await addClient(organization.owner, { company: "Logis du Forez" });
    const response = await patch(
      client,
      { company: "Logis de l’Étang", stage: "signed" },
      1,
      "rename-once",
    );
    expect(response.status).toBe(200);
    const after = await response.json<ClientView>();
    expect(after).toMatchObject({ company: "Logis de l’Étang", stage: "signed", version: 2 });
    expect(after.stageSince >= client.stageSince).toBe(true);
    await expectCommitted(organization, {
      type: "client.updated",
      entityId: client.id,
      table: "clients",
      row: {
        company: "Logis de l’Étang",
        company_key: "logis de l’etang",
        stage: "signed",
        version: 2,
      },
      changes: [
        { field: "company", before: "Logis du Forez", after: "Logis de l’Étang" },
        { field: "stage", before: "new", after: "signed" },
      ],
      search: "Logis de l’Étang",
      key: "rename-once",
    });
  });

  it("refuses a stale version with the client as it now is", async () => {
    const client = await addClient(organization.owner, {
      company: "Verrerie",
      estimatedMinor: 100,
    });
    await patch(client, { estimatedMinor: 200 });
    const response = await patch(client, { estimatedMinor: 300 }, 1, "stale-change");
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: "conflict.version",
      params: { current: { id: client.id, version: 2, estimatedMinor: 200, can: { write: true } } },
    });
    await expectCommitted(organization, {
      type: "client.updated",
      entityId: client.id,
      table: "clients",
      row: { estimated_minor: 200, version: 2 },
      search: "Verrerie",
    });
  });

  it("lets exactly one of several changes of one version through", async () => {
    const client = await addClient(organization.owner, { company: "Course" });
    const attempts = ["a", "b", "c", "d"].map((notes) => patch(client, { notes }));
    const statuses = (await Promise.all(attempts)).map((response) => response.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });

  it("answers without a write when everything is so already, even to a stale version", async () => {
    const client = await addClient(organization.owner, { company: "Pareil" });
    await patch(client, { sector: "Public" });
    const response = await patch(client, { sector: "Public" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ version: 2, sector: "Public" });
  });

  it.each([
    [{ version: 1, changes: {} }],
    [{ version: 0, changes: { notes: "a" } }],
    [{ changes: { notes: "a" } }],
    [{ version: 1, changes: { id: "cli_0" } }],
    [{ version: 1, changes: { createdAt: "2026-01-01T00:00:00.000Z" } }],
    [{ version: 1, changes: { company: "" } }],
  ])("refuses %j", async (body) => {
    const client = await addClient(organization.owner, { company: "Refus" });
    const response = await organization.owner.call(`patch /clients/${client.id}`, body);
    expect(response.status).toBe(422);
  });

  it("knows no client of another id, and none that was deleted", async () => {
    const client = await addClient(organization.owner, { company: "Parti" });
    await organization.owner.call(`delete /clients/${client.id}`);
    expect((await patch(client, { notes: "a" })).status).toBe(404);
    const unknown = { ...client, id: `cli_${"0".repeat(26)}` };
    expect((await patch(unknown, { notes: "a" })).status).toBe(404);
  });
});
