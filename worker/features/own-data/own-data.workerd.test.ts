import { beforeAll, describe, expect, it } from "vitest";
import { addClient } from "#worker/features/clients/testing.ts";
import { addNote } from "#worker/features/notes/testing.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

type Line = {
  columns?: { name: string; kind: string }[];
  rows?: unknown[][];
  done?: { rows: number };
};

let organization: TestOrganization;

/** What a person gets of one kind: its records by column, or the code of the refusal. */
async function rowsOf(
  person: TestPerson,
  name: string,
): Promise<Record<string, unknown>[] | string> {
  const answer = await person.call(`get /own-data/${name}/rows`);
  if (!answer.ok) return (await answer.json<{ code: string }>()).code;
  const lines = (await answer.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  const columns = lines[0]?.columns ?? [];
  const rows = lines.flatMap((line) => line.rows ?? []);
  expect(lines.at(-1)).toEqual({ done: { rows: rows.length } });
  return rows.map((row) => Object.fromEntries(columns.map(({ name: key }, at) => [key, row[at]])));
}

async function namesOf(person: TestPerson): Promise<Record<string, string[]>> {
  const { items } = await (
    await person.call("get /own-data")
  ).json<{ items: { name: string; columns: { name: string }[] }[] }>();
  return Object.fromEntries(
    items.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  );
}

beforeAll(async () => {
  organization = await mintOrganization();
  const { owner } = organization;
  await addClient(owner, {
    company: "Atelier Morvan",
    email: "contact@morvan.example",
    estimatedMinor: 123_450,
  });
  await addClient(owner, { company: "Vide" });
  const gone = await addClient(owner, { company: "Parti" });
  await owner.call(`delete /clients/${gone.id}`);
  await addNote(owner, { title: "Lancement", heldOn: "2026-11-03", body: "Secret" });
});

describe("the organization's own data", () => {
  it("is typed rows of what is living, amounts in euros", async () => {
    const clients = await rowsOf(organization.owner, "clients");
    expect(clients).toHaveLength(2);
    expect(clients[0]).toMatchObject({
      company: "Atelier Morvan",
      email: "contact@morvan.example",
      estimated_amount: 1_234.5,
    });
    expect(clients[1]).toMatchObject({ company: "Vide", email: null, estimated_amount: null });
  });

  it("has notes without their text, and cards of boards", async () => {
    expect(await rowsOf(organization.owner, "notes")).toEqual([
      expect.not.objectContaining({ body: expect.anything() as unknown }),
    ]);
    const boards = await (
      await organization.owner.call("post /boards", { title: "Études" })
    ).json<{ id: string }>();
    await organization.owner.call("post /tasks", { boardId: boards.id, title: "Métré" });
    await expect
      .poll(() => rowsOf(organization.owner, "tasks"), { timeout: 10_000 })
      .toEqual([expect.objectContaining({ title: "Métré", board: "Études", checks: 0 })]);
  });

  it("is there for those who may read it elsewhere, column by column", async () => {
    const reader = await organization.join("member");
    await organization.restrict(reader, ["analytics.read", "clients.read"]);
    const names = await namesOf(reader);
    expect(Object.keys(names)).toEqual(["clients"]);
    expect(names["clients"]).not.toContain("email");
    expect(await rowsOf(reader, "tasks")).toBe("permission.denied");
    expect(await rowsOf(reader, "notes")).toBe("permission.denied");
    const [client] = (await rowsOf(reader, "clients")) as Record<string, unknown>[];
    expect(client).not.toHaveProperty("email");
    expect(client).not.toHaveProperty("phone");
    expect(Object.keys(await namesOf(organization.owner))).toEqual(["clients", "tasks", "notes"]);
  });

  it("is nobody else's", async () => {
    const other = await mintOrganization();
    expect(await rowsOf(other.owner, "clients")).toEqual([]);
    expect(await rowsOf(other.owner, "notes")).toEqual([]);
  });

  it("notes who took addresses of clients along, once a day and place, however often the page reads", async () => {
    const exporter = await organization.join("member");
    await organization.restrict(exporter, ["analytics.read", "clients.read", "clients.export"]);
    const reader = await organization.join("member");
    await organization.restrict(reader, ["analytics.read", "clients.read"]);
    await rowsOf(reader, "clients");
    for (const _ of [1, 2, 3]) await rowsOf(exporter, "clients");
    await rowsOf(organization.owner, "clients");
    type Page = { items: { action: string; actor: { id: string }; detail: unknown }[] };
    const noted = async () => {
      const answer = await organization.owner.call("get /audit/access");
      const { items } = await answer.json<Page>();
      return items.filter(({ action }) => action === "clients.analyzed");
    };
    const who = async () => (await noted()).map(({ actor }) => actor.id).toSorted();
    const expected = [exporter.userId, organization.owner.userId].toSorted();
    await expect.poll(who, { timeout: 10_000 }).toEqual(expected);
    expect((await noted())[0]?.detail).toEqual({ columns: ["email", "phone"] });
  });
});
