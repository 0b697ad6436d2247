import { beforeAll, describe, expect, it } from "vitest";
import type { NoteView } from "#domain/notes/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addNote } from "./testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

function patch(note: NoteView, changes: object, version = note.version, key?: string) {
  const headers = key ? { "idempotency-key": key } : {};
  return organization.owner.call(`patch /notes/${note.id}`, { version, changes }, headers);
}

describe("updateNote", () => {
  it("commits the change with its difference", async () => {
    const note = await addNote(organization.owner, { title: "Lancement", body: "Un" });
    const response = await patch(note, { title: "Lancement du lot 2", body: "Un" }, 1, "retitle-1");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ title: "Lancement du lot 2", version: 2 });
    await expectCommitted(organization, {
      type: "note.updated",
      entityId: note.id,
      table: "notes",
      row: { title: "Lancement du lot 2", version: 2 },
      changes: [{ field: "title", before: "Lancement", after: "Lancement du lot 2" }],
      search: "Lancement du lot 2",
      key: "retitle-1",
    });
  });

  it("refuses a stale version with the note as it now is", async () => {
    const note = await addNote(organization.owner, { title: "Verrerie", body: "Un" });
    await patch(note, { body: "Deux" });
    const response = await patch(note, { body: "Trois" });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: "conflict.version",
      params: { current: { id: note.id, version: 2, body: "Deux", can: { write: true } } },
    });
  });

  it("lets exactly one of several changes of one version through", async () => {
    const note = await addNote(organization.owner, { title: "Course" });
    const attempts = ["a", "b", "c"].map((body) => patch(note, { body }));
    const statuses = (await Promise.all(attempts)).map((response) => response.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it("answers without a write when everything is so already, even to a stale version", async () => {
    const { userId } = organization.owner;
    const note = await addNote(organization.owner, { title: "Pareil", peopleIds: [userId] });
    await patch(note, { body: "A" });
    const response = await patch(note, { body: "A", peopleIds: [userId] });
    expect([response.status, await response.json()]).toMatchObject([200, { version: 2 }]);
  });

  it.each([
    [{ version: 1, changes: {} }],
    [{ changes: { body: "a" } }],
    [{ version: 1, changes: { createdBy: "usr_0" } }],
    [{ version: 1, changes: { heldOn: null } }],
  ])("refuses %j", async (body) => {
    const note = await addNote(organization.owner, { title: "Refus" });
    expect((await organization.owner.call(`patch /notes/${note.id}`, body)).status).toBe(422);
  });
});
