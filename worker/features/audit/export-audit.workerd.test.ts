import { beforeAll, describe, expect, it } from "vitest";
import { addClient } from "#worker/features/clients/testing.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addRows } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
  await addRows(organization, 1200, "2026-01-01T00:00:00.000Z");
  await addClient(organization.owner, { company: '=HYPERLINK("http://x")', notes: "a\nb" });
});

async function download(path: string) {
  const response = await organization.owner.call(`get /audit/${path}`);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    await response.arrayBuffer(),
  );
  return { response, text };
}

describe("an export of the audit log", () => {
  it("is a file for Excel in French, without formulas, each row once", async () => {
    const { response, text } = await download("export.csv?language=fr");
    expect(response.headers.get("content-disposition")).toMatch(/filename="audit-[\d-]+\.csv"$/);
    expect(text.startsWith('\uFEFF"N°";"Date (UTC)";"Auteur";')).toBe(true);
    expect(text).toContain('"Client créé";"Client";"\'=HYPERLINK(""http://x"")"');
    expect(text).toContain('"Nom : – → =HYPERLINK(""http://x"")');
    expect(text).not.toContain("– → –");
    expect(text.match(/"Hugo Perrin"/g)).toHaveLength(1200);
    expect(text.match(/"Client 1"/g)).toHaveLength(1);
  });

  it("names people and values as the page does", async () => {
    const { owner } = organization;
    await addClient(owner, { company: "Nommé", ownerId: owner.userId });
    const { text } = await download("export.csv?language=fr&q=Nomm%C3%A9");
    expect(text).toMatch(/Responsable : – → (?!usr_)\S/);
    expect(text).toContain("Statut : – → Prospect");
  });

  it("is one JSON array, last first, that holds what the filter lets through", async () => {
    const { response, text } = await download("export.json?q=client");
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    const items = JSON.parse(text) as { id: number }[];
    expect(items).toHaveLength(1200);
    expect(items.map(({ id }) => id)).toEqual(items.map((_, i) => 1200 - i));
    expect(JSON.parse((await download("export.json?action=board.created")).text)).toEqual([]);
  });

  it("takes a key of its own", async () => {
    const reader = await organization.join("member");
    await organization.restrict(reader, ["audit.read"]);
    expect((await reader.call("get /audit/export.csv")).status).toBe(403);
    expect((await reader.call("get /audit/export.json")).status).toBe(403);
  });
});
