import { beforeAll, describe, expect, it } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addClient } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
  await addClient(organization.owner, {
    company: "Résidence Les Tilleuls",
    contact: "Hélène Vasseur",
  });
  await addClient(organization.owner, {
    company: "Vignobles Perrachon",
    notes: "Cuverie à Juliénas",
  });
  await addClient(organization.owner, { company: "Logis du Forez", phone: "04 77 12 34 56" });
});

async function find(words: string): Promise<string[]> {
  const response = await organization.owner.call(`get /clients?q=${encodeURIComponent(words)}`);
  expect(response.status).toBe(200);
  const { items } = await response.json<{ items: ClientView[] }>();
  return items.map((client) => client.company);
}

describe("full-text search of clients", () => {
  it.each([
    ["tilleuls", ["Résidence Les Tilleuls"]],
    ["RESIDENCE", ["Résidence Les Tilleuls"]],
    ["resid till", ["Résidence Les Tilleuls"]],
    ["vasseur", ["Résidence Les Tilleuls"]],
    ["julienas", ["Vignobles Perrachon"]],
    ["04 77", ["Logis du Forez"]],
    ["tilleuls forez", []],
    ['" OR 1=1 --', []],
    ["NEAR(", []],
    ["*", []],
    ["«»", []],
  ])("%s", async (words, companies) => {
    expect(await find(words)).toEqual(companies);
  });

  it("follows a change and a deletion", async () => {
    const { owner } = organization;
    const client = await addClient(owner, { company: "Ancien nom" });
    await owner.call(`patch /clients/${client.id}`, {
      version: 1,
      changes: { company: "Nouveau nom" },
    });
    expect([await find("ancien"), await find("nouveau nom")]).toEqual([[], ["Nouveau nom"]]);
    await owner.call(`delete /clients/${client.id}`);
    expect(await find("nouveau nom")).toEqual([]);
  });

  it("is found by the search of everything too", async () => {
    const response = await organization.owner.call("get /search?q=perrachon");
    expect(await response.json()).toMatchObject({
      items: [{ entity: "client", title: "Vignobles Perrachon" }],
    });
  });
});
