import { beforeAll, describe, expect, it } from "vitest";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addClient } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
  await addClient(organization.owner, {
    company: '=HYPERLINK("http://x";"Cliquez")',
    phone: "+33 4 78 00 00 00",
    notes: 'Une ligne\nune autre ; avec "guillemets"',
    estimatedMinor: 4500050,
    stage: "signed",
  });
  await addClient(organization.owner, { company: "Zinguerie", stage: "new" });
});

async function download(query: string): Promise<{ response: Response; text: string }> {
  const response = await organization.owner.call(`get /clients/export.csv?${query}`);
  // Read as bytes: text() would swallow the byte order mark.
  const bytes = await response.arrayBuffer();
  return {
    response,
    text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
  };
}

describe("exportClients", () => {
  it("writes for Excel in French: mark, semicolons, decimal comma, French words, no formula", async () => {
    const { response, text } = await download("language=fr");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="clients-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(text.startsWith('\uFEFF"Id";"Nom";"Contact";')).toBe(true);
    expect(text).toContain('"\'=HYPERLINK(""http://x"";""Cliquez"")"');
    expect(text).toContain('"\'+33 4 78 00 00 00"');
    expect(text).toContain(";45000,50;");
    expect(text).toContain('"Signé"');
    expect(text).toContain('"Une ligne\nune autre ; avec ""guillemets"""');
  });

  it("names owners, also those who have left, and writes days", async () => {
    const leaver = await organization.join("member", "Hugo Perrin");
    for (const { userId } of [organization.owner, leaver]) {
      await addClient(organization.owner, { company: "À qui", sector: "Suivi", ownerId: userId });
    }
    const before = await download("language=fr&sector=suivi");
    expect(before.text).toContain('"Hugo Perrin"');
    await organization.remove(leaver);
    const { text } = await download("language=fr&sector=suivi");
    expect(text).toContain('"Claire Morvan"');
    expect(text).toContain('"Ancien membre"');
    expect(text).not.toContain("usr_");
    expect(text.match(/"\d{4}-\d\d-\d\d";"\d{4}-\d\d-\d\d"\r?\n/g)).toHaveLength(2);
  });

  it("writes commas and a decimal point in English, without a mark", async () => {
    const { text } = await download("language=en&stage=signed");
    expect(text.startsWith('"Id","Name",')).toBe(true);
    expect(text).toContain(",45000.50,");
    expect(text).not.toContain("Zinguerie");
  });

  it("streams more than one page, each client once, in order", async () => {
    const names = Array.from({ length: 620 }, (_, i) => `Série ${String(i).padStart(4, "0")}`);
    for (let i = 0; i < names.length; i += 62) {
      await Promise.all(
        names
          .slice(i, i + 62)
          .map((company) => addClient(organization.owner, { company, sector: "Série" })),
      );
    }
    const { text } = await download("language=en&sector=serie&direction=desc");
    const found = [...text.matchAll(/"(Série \d{4})"/g)].map((match) => match[1]);
    expect(found).toEqual(names.toReversed());
  });

  it("is refused to those who may not export", async () => {
    const viewer = await organization.join("viewer");
    const response = await viewer.call("get /clients/export.csv");
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain("Zinguerie");
  });
});
