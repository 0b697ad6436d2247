import { beforeAll, describe, expect, it } from "vitest";
import type { ExportView } from "#domain/exports/model.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { exported, json, opened, shown, type Opened } from "./testing.ts";

let firm: TestOrganization;
let view: ExportView;
let archive: Opened;

beforeAll(async () => {
  firm = await mintOrganization("Atelier Morvan");
  const { owner } = firm;
  for (let n = 1; n <= 30; n += 1)
    await json(owner, "post /clients", {
      company: `Mairie n° ${n} « été »`,
      notes: "Ligne\nsuite",
    });
  const board = await json<{ id: string }>(owner, "post /boards", { title: "Chantier" });
  const { columns } = await json<{ columns: { id: string }[] }>(
    owner,
    `get /boards/${board.id}/cards`,
  );
  const fields = {
    title: "Toiture",
    description: "Tuiles",
    priority: "high",
    dueOn: null,
    clientId: null,
  };
  const card = { ...fields, tags: [], assigneeIds: [] };
  const id = `crd_${"0".repeat(25)}1`;
  const op = {
    kind: "card.create",
    card: id,
    column: columns[0]?.id,
    after: null,
    before: null,
    fields: card,
  };
  await json(owner, `post /boards/${board.id}/ops`, { ops: [op] });
  await testEnv.FILES.put(`${firm.tenant.organizationId}/plans/été.pdf`, "un plan", {
    httpMetadata: { contentType: "application/pdf" },
  });
  await testEnv.FILES.put("org_other/plans/secret.pdf", "un autre plan");
  view = await exported(owner);
  archive = await opened(owner, view.id);
});

describe("an export", () => {
  it("ends ready, with its size and figures, and goes after seven days", () => {
    expect(view).toMatchObject({ state: "ready", files: 1, progress: null, fault: null });
    expect(view.size).toBe(archive.bytes.length);
    const days =
      (Date.parse(view.expiresAt ?? "") - Date.parse(view.finishedAt ?? "")) / 86_400_000;
    expect(days).toBe(7);
  });

  it("holds every table, row by row, as its manifest says", async () => {
    const { manifest } = archive;
    expect(manifest.organization).toEqual({
      id: firm.tenant.organizationId,
      name: "Atelier Morvan",
    });
    expect(archive.rows("tables/clients")).toHaveLength(30);
    for (const table of manifest.tables) {
      const rows = archive.rows(`tables/${table.name}`);
      expect([table.name, rows.length]).toEqual([table.name, table.rows]);
      for (const row of rows) expect(Object.keys(row)).toEqual(table.columns);
      for (const part of table.parts)
        expect(await sha256(archive.text(part.entry))).toBe(part.sha256);
    }
    const columns = manifest.tables.find(({ name }) => name === "clients")?.columns.join();
    const { results } = await firm.db.prepare(`SELECT ${columns} FROM clients ORDER BY id`).all();
    expect(archive.rows("tables/clients")).toEqual(results);
  });

  it("holds boards at their own sequence number, files with their hash, people without secrets", () => {
    const { manifest } = archive;
    expect(manifest.boards).toHaveLength(1);
    const [board] = manifest.boards;
    const lines = archive.rows<{ kind: string; version?: number }>(`boards/${board?.id}`);
    expect(lines[0]).toMatchObject({ kind: "board", version: board?.version });
    expect(lines.filter(({ kind }) => kind === "card")).toHaveLength(1);
    expect(lines.filter(({ kind }) => kind === "op")).toHaveLength(board?.version ?? 0);
    const [file] = archive.rows<{ path: string; entry: string }>("index");
    expect(file).toMatchObject({ path: "plans/été.pdf", contentType: "application/pdf", size: 7 });
    expect(archive.text(file?.entry ?? "")).toBe("un plan");
    expect(archive.rows("people/members")).toEqual([
      expect.objectContaining({ id: firm.owner.userId, name: "Claire Morvan" }),
    ]);
    expect(archive.rows("people/roles")).toHaveLength(5);
  });

  it("leaves nothing of its own in the database", async () => {
    const { results } = await firm.db
      .prepare("SELECT name FROM sqlite_master WHERE name LIKE '\\_export\\_%' ESCAPE '\\'")
      .all();
    expect(results).toEqual([]);
  });

  it("stands in the audit log with its end, and its download in the access log", async () => {
    const audit = await firm.db
      .prepare("SELECT action, actor_kind FROM audit WHERE entity = 'export' ORDER BY id")
      .all();
    expect(audit.results).toEqual([
      { action: "export.started", actor_kind: "person" },
      { action: "export.finished", actor_kind: "system" },
    ]);
    const access = await firm.db.prepare("SELECT action, actor_id FROM access_log").all();
    expect(access.results).toContainEqual({
      action: "organization.exported",
      actor_id: firm.owner.userId,
    });
  });

  it("is deleted by its button: the archive goes, the row says so", async () => {
    const second = await exported(firm.owner);
    await json(firm.owner, `delete /exports/${second.id}`);
    expect((await shown(firm.owner, second.id)).state).toBe("removed");
    const { objects } = await testEnv.FILES.list({
      prefix: `${firm.tenant.organizationId}/exports/`,
    });
    expect(objects.map(({ key }) => key.includes(second.id))).toEqual([false]);
  });
});
