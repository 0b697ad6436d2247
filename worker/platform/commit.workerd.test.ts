import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { Fault } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { commit } from "./commit.ts";
import type { Ctx } from "./context.ts";
import { mintOrganization, type TestOrganization } from "./testing.ts";
import { addNotes, noteEvent, notes, type Note } from "./testing-records.ts";
import { insert, update } from "./writes.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
  await addNotes(organization);
});

function newNote(title: string): Note {
  return { id: newId("tst"), version: 1, title, secret: "canary-7f3a" };
}

async function create(ctx: Ctx, note: Note): Promise<Note> {
  const events = [noteEvent("created", { before: null, after: note })];
  return commit(ctx, { writes: [insert(notes, note)], events, answer: note });
}

async function rename(ctx: Ctx, note: Note, title: string): Promise<Note> {
  const after = { ...note, title, version: note.version + 1 };
  return commit(ctx, {
    writes: [update(notes, note, { title })],
    events: [noteEvent("updated", { before: note, after })],
    answer: after,
    current: async () => (await ctx.db.select().from(notes).where(eq(notes.id, note.id)))[0],
  });
}

async function rowsOf(sql: string, value: string) {
  return (await organization.db.prepare(sql).bind(value).all()).results;
}

/** Everything the database holds of one record: the five parts of a commit. */
async function partsOf(note: Note, key = "") {
  return {
    data: await rowsOf("SELECT * FROM test_notes WHERE id = ?", note.id),
    audit: await rowsOf("SELECT * FROM audit WHERE entity_id = ?", note.id),
    outbox: await rowsOf("SELECT * FROM outbox WHERE entity_id = ?", note.id),
    search: await rowsOf(
      "SELECT d.* FROM search_index i JOIN search_docs d ON d.id = i.rowid WHERE search_index MATCH ?",
      `"${note.title}"`,
    ),
    idempotency: await rowsOf("SELECT * FROM idempotency WHERE key = ?", key),
  };
}

describe("commit", () => {
  it("writes data, audit, outbox, search and the idempotency key together", async () => {
    const note = newNote("Descente de charges");
    const idempotency = { key: "key-all-five", fingerprint: "a" };
    await create(organization.owner.ctx("member", idempotency), note);
    const parts = await partsOf(note, "key-all-five");
    expect(parts.data).toMatchObject([{ title: "Descente de charges", version: 1 }]);
    expect(parts.audit).toMatchObject([
      { action: "note.created", actor_id: organization.owner.userId },
    ]);
    expect(parts.outbox).toMatchObject([{ type: "note.created", topic: "notes" }]);
    expect(parts.search).toMatchObject([{ entity_id: note.id }]);
    expect(parts.idempotency).toMatchObject([{ answer: JSON.stringify(note) }]);
  });

  it("keeps secrets out of audit, outbox and search", async () => {
    const note = newNote("Sans secret");
    await create(organization.owner.ctx(), note);
    const { audit, outbox, search } = await partsOf(note);
    expect(JSON.stringify([audit, outbox, search])).not.toContain("canary-7f3a");
  });

  it("computes the audit difference from before and after", async () => {
    const note = newNote("Premier titre");
    await create(organization.owner.ctx(), note);
    await rename(organization.owner.ctx(), note, "Second titre");
    const { audit } = await partsOf(note);
    expect(JSON.parse(String(audit[1]?.["changes"]))).toEqual([
      { field: "title", before: "Premier titre", after: "Second titre" },
    ]);
  });

  it("aborts a stale change whole, and tells the current record", async () => {
    const note = newNote("Version une");
    await create(organization.owner.ctx(), note);
    await rename(organization.owner.ctx(), note, "Version deux");
    const idempotency = { key: "key-stale", fingerprint: "b" };
    const stale = rename(organization.owner.ctx("member", idempotency), note, "Version perdue");
    await expect(stale).rejects.toMatchObject({
      code: "conflict.version",
      params: { current: { title: "Version deux", version: 2 } },
    });
    const parts = await partsOf(note, "key-stale");
    expect(parts.data).toMatchObject([{ title: "Version deux", version: 2 }]);
    expect([parts.audit.length, parts.outbox.length, parts.idempotency.length]).toEqual([2, 2, 0]);
    const lost = await partsOf({ ...note, title: "Version perdue" });
    expect(lost.search).toEqual([]);
  });

  it("lets exactly one of two concurrent changes of one version through", async () => {
    const note = newNote("Course");
    await create(organization.owner.ctx(), note);
    const outcomes = await Promise.allSettled([
      rename(organization.owner.ctx(), note, "Gauche"),
      rename(organization.owner.ctx(), note, "Droite"),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await partsOf(note)).audit).toHaveLength(2);
  });

  it("answers a repeated key with the first answer and writes nothing twice", async () => {
    const note = newNote("Une seule fois");
    const idempotency = { key: "key-repeat", fingerprint: "c" };
    await create(organization.owner.ctx("member", idempotency), note);
    const second = { ...newNote("Une seule fois"), id: newId("tst") };
    const answer = await create(organization.owner.ctx("member", idempotency), second);
    expect(answer).toEqual(note);
    expect((await partsOf(second)).data).toEqual([]);
    const other = { ...idempotency, fingerprint: "d" };
    await expect(create(organization.owner.ctx("member", other), second)).rejects.toMatchObject({
      code: "request.idempotency_reuse",
    });
  });

  it("commits nothing for somebody whose permission does not hold", async () => {
    const viewer = await organization.join("viewer");
    const note = newNote("Interdit");
    const attempt = create(viewer.ctx("clients.write"), note);
    await expect(attempt).rejects.toBeInstanceOf(Fault);
    expect((await partsOf(note)).data).toEqual([]);
  });

  it("refuses to write into a database that belongs to another organization", async () => {
    const other = await mintOrganization("Autre");
    await addNotes(other);
    const ctx = other.owner.ctx();
    await ctx.actor();
    await other.db.prepare("UPDATE _meta SET organization_id = 'org_other'").run();
    const attempt = create(ctx, newNote("Mauvaise base"));
    await expect(attempt).rejects.toMatchObject({ code: "organization.unavailable" });
    const rows = await other.db
      .prepare("SELECT count(*) AS n FROM test_notes")
      .first<{ n: number }>();
    expect(rows?.n).toBe(0);
  });
});
