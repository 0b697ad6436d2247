import { beforeAll, describe, expect, it } from "vitest";
import { NoteView } from "#domain/notes/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

describe("createNote", () => {
  it("commits the note whole and answers it", async () => {
    const { owner } = organization;
    const key = { "idempotency-key": "create-note-1" };
    const body = { title: " Point chantier ", heldOn: "2026-11-20", peopleIds: [owner.userId] };
    const response = await owner.call("post /notes", body, key);
    expect(response.status).toBe(201);
    const note = NoteView.parse(await response.json());
    expect(note).toMatchObject({
      title: "Point chantier",
      version: 1,
      createdBy: owner.userId,
      peopleIds: [owner.userId],
      can: { write: true },
    });
    await expectCommitted(organization, {
      type: "note.created",
      entityId: note.id,
      table: "notes",
      row: { title: "Point chantier", held_on: "2026-11-20", people_ids: `["${owner.userId}"]` },
      search: "Point chantier",
      key: "create-note-1",
    });
  });

  it.each([{ title: "Sans jour" }, { title: "  ", heldOn: "2026-11-20" }])(
    "refuses %j",
    async (body) => {
      expect((await organization.owner.call("post /notes", body)).status).toBe(422);
    },
  );

  it("refuses somebody who may only read", async () => {
    const viewer = await organization.join("viewer");
    const body = { title: "Interdit", heldOn: "2026-11-20" };
    expect((await viewer.call("post /notes", body)).status).toBe(403);
    const row = await organization.db
      .prepare("SELECT count(*) AS n FROM notes WHERE title = 'Interdit'")
      .first<{ n: number }>();
    expect(row?.n).toBe(0);
  });
});
