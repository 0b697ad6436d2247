import { beforeAll, describe, expect, it } from "vitest";
import { readClientHistory as route } from "#domain/clients/api.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addClient } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

describe("readHistory", () => {
  it("tells who changed what, last first, page by page", async () => {
    const { owner } = organization;
    const member = await organization.join("member");
    const client = await addClient(owner, { company: "SAS Delorme", estimatedMinor: 4500000 });
    await member.call(`patch /clients/${client.id}`, {
      version: 1,
      changes: { estimatedMinor: 5200000, stage: "meeting" },
    });
    await owner.call(`patch /clients/${client.id}`, { version: 2, changes: { notes: "Rappeler" } });
    const read = async (query: string) => {
      const response = await owner.call(`get /clients/${client.id}/history?${query}`);
      return route.output.parse(await response.json());
    };
    const first = await read("limit=2");
    expect(first.items.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["client.updated", owner.userId],
      ["client.updated", member.userId],
    ]);
    expect(first.items[1]?.changes).toEqual([
      { field: "stage", before: "new", after: "meeting" },
      { field: "estimatedMinor", before: 4500000, after: 5200000 },
    ]);
    const second = await read(`limit=2&before=${first.nextBefore}`);
    expect(second.items.map((item) => item.action)).toEqual(["client.created"]);
    expect(second.nextBefore).toBeNull();
  });

  it("knows nothing of clients that are not there", async () => {
    const response = await organization.owner.call(`get /clients/cli_${"0".repeat(26)}/history`);
    expect(response.status).toBe(404);
  });
});
