import { beforeAll, expect, it } from "vitest";
import type { NoteView } from "#domain/notes/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addNote } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

it("takes the note out of lists and search, keeps its row, and brings it back as it was", async () => {
  const { owner } = organization;
  const note = await addNote(owner, { title: "Réunion n° 19", body: "À garder" });
  expect((await owner.call(`delete /notes/${note.id}`)).status).toBe(204);
  await expectCommitted(organization, {
    type: "note.deleted",
    entityId: note.id,
    table: "notes",
    row: { title: "Réunion n° 19", version: 2, deleted_at: expect.any(String) },
    search: null,
  });
  expect((await owner.call(`get /notes/${note.id}`)).status).toBe(404);
  const change = { version: 2, changes: { body: "Tard" } };
  expect((await owner.call(`patch /notes/${note.id}`, change)).status).toBe(404);
  expect((await owner.call(`delete /notes/${note.id}`)).status).toBe(404);
  const back = await owner.call(`post /notes/${note.id}/restore`);
  expect(await back.json<NoteView>()).toMatchObject({ body: "À garder", version: 3 });
  await expectCommitted(organization, {
    type: "note.restored",
    entityId: note.id,
    table: "notes",
    row: { version: 3, deleted_at: null },
    search: "Réunion n° 19",
  });
  expect((await owner.call(`post /notes/${note.id}/restore`)).status).toBe(404);
});

it("is refused to those who may only read", async () => {
  const note = await addNote(organization.owner, { title: "Protégée" });
  const viewer = await organization.join("viewer");
  expect((await viewer.call(`delete /notes/${note.id}`)).status).toBe(403);
  expect((await viewer.call(`get /notes/${note.id}`)).status).toBe(200);
});
