import { beforeAll, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import type { NoteItem, NoteView } from "#domain/notes/model.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addNote } from "./testing.ts";

interface Page {
  items: NoteItem[];
  nextCursor: string | null;
}

let organization: TestOrganization;
let notes: NoteView[];
const client = newId("cli");

beforeAll(async () => {
  organization = await mintOrganization();
  const { owner } = organization;
  notes = [
    await addNote(owner, { title: "Lancement", heldOn: "2026-11-03", body: "Pieux battus" }),
    await addNote(owner, { title: "Point mensuel", heldOn: "2026-11-17", clientId: client }),
    await addNote(owner, { title: "Réserves", heldOn: "2026-11-17" }),
    await addNote(owner, { title: "Effacée", heldOn: "2026-11-18" }),
  ];
  await owner.call(`delete /notes/${notes[3]?.id}`);
});

async function page(query: string): Promise<Page> {
  return (await organization.owner.call(`get /notes${query}`)).json<Page>();
}
const titles = async (query: string) => (await page(query)).items.map(({ title }) => title);

it("hands out every note once, latest meeting first, page by page", async () => {
  const first = await page("?limit=2");
  const rest = await page(`?limit=2&cursor=${first.nextCursor}`);
  expect(rest.nextCursor).toBeNull();
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual([
    "Réserves",
    "Point mensuel",
    "Lancement",
  ]);
  expect(first.items[0]).not.toHaveProperty("body");
  const other = await mintOrganization();
  expect(await (await other.owner.call("get /notes")).json()).toEqual({
    items: [],
    nextCursor: null,
  });
});

it.each([
  ["?q=pieux", ["Lancement"]],
  ["?q=%C2%AB%C2%BB", []],
  [`?client=${client}`, ["Point mensuel"]],
  ["?from=2026-11-04", ["Réserves", "Point mensuel"]],
  ["?to=2026-11-04", ["Lancement"]],
])("narrows the list by %s", async (query, found) => {
  expect(await titles(query)).toEqual(found);
});

it("names some notes, without those that are gone or unknown", async () => {
  const ids = [notes[0]?.id, notes[3]?.id, newId("not")].join(",");
  expect(await titles(`?ids=${ids}`)).toEqual(["Lancement"]);
});

it("refuses a cursor of another list", async () => {
  const answer = await organization.owner.call("get /notes?cursor=eyJhIjoxfQ");
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { code: "note.cursor_invalid" },
  ]);
});

it("says what the reader may do", async () => {
  const viewer = await organization.join("viewer");
  const seen = await (await viewer.call("get /notes")).json<Page>();
  expect(seen.items.map((note) => note.can)).toEqual(seen.items.map(() => ({ write: false })));
});
