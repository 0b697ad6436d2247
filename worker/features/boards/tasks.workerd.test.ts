import { beforeAll, describe, expect, it } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { TaskView } from "#domain/boards/view.ts";
import { newBoard, roomOf } from "#objects/board/testing-room.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

type Task = TaskView & { projected: boolean };

let organization: TestOrganization;
let owner: TestPerson;
let board: string;

beforeAll(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
  board = (await newBoard(owner, "Études & chantiers")).id;
});

async function ask<T>(request: string, body?: unknown, status = 200): Promise<T> {
  const answer = await owner.call(request, body);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([status, expect.anything()]);
  return JSON.parse(text) as T;
}

const add = (fields: object) => ask<Task>("post /tasks", { boardId: board, ...fields }, 201);

async function listed(query: string): Promise<string[]> {
  const { items } = await ask<{ items: TaskView[] }>(`get /tasks?board=${board}&${query}`);
  return items.map(({ title }) => title);
}

const send = (title: string) =>
  owner.call("post /tasks", { boardId: board, title }, { "idempotency-key": "task-once-1" });

const told = async () => {
  const { results } = await organization.db
    .prepare("SELECT type, entity_id AS id, after FROM outbox WHERE entity = 'task' ORDER BY seq")
    .all<{ type: string; id: string; after: string | null }>();
  return results.map((row) => ({ ...row, after: row.after && JSON.parse(row.after) }));
};

describe("tasks over REST", () => {
  it("are created whole and are in lists when they are answered", async () => {
    const fields = {
      title: "Notice de sécurité incendie",
      description: "## Lots\n\n- électricité",
      status: "in_progress",
      priority: "high",
      dueOn: "2026-12-03",
      clientId: testId("cli", 1),
      tags: ["Permis"],
      assigneeIds: [owner.userId],
    };
    const task = await add(fields);
    const { projected, ...shown } = task;
    expect(projected).toBe(true);
    expect(shown).toMatchObject({ ...fields, columnName: "En cours", boardId: board });
    expect(shown.reference).toBe(`EC-${shown.number}`);
    expect(await ask(`get /tasks/${task.id}`)).toEqual({ ...shown, movedTo: null });
    const [first] = (await ask<{ items: TaskView[] }>(`get /tasks?board=${board}`)).items;
    expect(first).toEqual(shown);
  });

  it("go to the first column unless told, and refuse a column that the board lacks", async () => {
    expect(await add({ title: "Sans colonne" })).toMatchObject({ status: "backlog" });
    const wrong = { boardId: board, title: "Ailleurs", columnId: testId("col", 99) };
    expect(await ask("post /tasks", wrong, 404)).toMatchObject({ code: "board.column_not_found" });
    expect(await listed("q=Ailleurs")).toEqual([]);
    const nowhere = { boardId: testId("brd", 99), title: "Nulle part" };
    expect(await ask("post /tasks", nowhere, 404)).toMatchObject({ code: "board.not_found" });
  });

  it("change fields, lists and status in one act, and answer what now is", async () => {
    const made = await add({ title: "À reprendre", tags: ["Ancien", "Reste"] });
    const changes = { title: "Repris", tags: ["Reste", "Neuf"], status: "done", dueOn: null };
    const after = await ask<Task>(`patch /tasks/${made.id}`, { version: made.version, changes });
    expect(after).toMatchObject({ ...changes, columnName: "Terminé", projected: true });
    expect(after.version).toBeGreaterThan(made.version);
    const same = { version: after.version, changes: { status: "done" } };
    expect(await ask<Task>(`patch /tasks/${made.id}`, same)).toMatchObject({
      version: after.version,
    });
  });

  it("meet another's later value of the same field with a conflict, of other fields not at all", async () => {
    const made = await add({ title: "Disputé" });
    await ask(`patch /tasks/${made.id}`, { version: made.version, changes: { title: "Autre" } });
    const late = { version: made.version, changes: { title: "Mien", priority: "urgent" } };
    const refused = await ask<{ code: string; params: { current: TaskView } }>(
      `patch /tasks/${made.id}`,
      late,
      409,
    );
    expect(refused.code).toBe("conflict.version");
    expect(refused.params.current).toMatchObject({ title: "Autre", priority: "none" });
    const apart = { version: made.version, changes: { priority: "urgent" } };
    expect(await ask<Task>(`patch /tasks/${made.id}`, apart)).toMatchObject({
      title: "Autre",
      priority: "urgent",
    });
  });

  it("are changed whole or not at all", async () => {
    const tags = Array.from({ length: 20 }, (_, i) => `t${i}`);
    const made = await add({ title: "Entier", tags });
    const changes = { title: "Moitié", status: "done", columnId: testId("col", 98) };
    await ask(`patch /tasks/${made.id}`, { version: made.version, changes }, 404);
    expect(await ask(`get /tasks/${made.id}`)).toMatchObject({ title: "Entier" });
  });

  it("are deleted and brought back", async () => {
    const made = await add({ title: "Passagère" });
    expect(await ask(`delete /tasks/${made.id}`)).toEqual({ projected: true });
    expect(await ask(`get /tasks/${made.id}`, undefined, 404)).toMatchObject({
      code: "board.card_not_found",
    });
    await ask(`delete /tasks/${made.id}`, undefined, 404);
    expect(await ask(`post /tasks/${made.id}/restore`)).toMatchObject({ title: "Passagère" });
    await ask(`post /tasks/${made.id}/restore`, undefined, 404);
    expect(await ask(`get /tasks/${made.id}`)).toMatchObject({ title: "Passagère" });
  });

  it("are made once, however often the request comes, and a key serves one request", async () => {
    const [one, two] = await Promise.all([send("Une"), send("Une")]);
    const ids = [await one.json<Task>(), await two.json<Task>()].map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect((await (await send("Une")).json<Task>()).id).toBe(ids[0]);
    expect(await listed("q=Une")).toEqual(["Une"]);
    expect((await send("Deux")).status).toBe(422);
  });

  it("are narrowed by status, tag, priority and words", async () => {
    await add({ title: "Béton armé", tags: ["Gros œuvre"], priority: "low", status: "validation" });
    expect(await listed("status=validation")).toEqual(["Béton armé"]);
    expect(await listed(`tag=${encodeURIComponent("Gros œuvre")}`)).toEqual(["Béton armé"]);
    expect(await listed("priority=low")).toEqual(["Béton armé"]);
    expect(await listed("q=beton")).toEqual(["Béton armé"]);
    expect(await listed("q=beton%20absent")).toEqual([]);
    expect(await listed("q=%22")).toEqual([]);
    expect(await listed("status=done")).toContain("Repris");
    expect(await listed("state=open")).not.toContain("Repris");
  });

  it("are found by their reference and by words of their board, which narrow within it to nothing", async () => {
    const tenders = await newBoard(owner, "Appels d’offres 2027");
    const made = await ask<Task>(
      "post /tasks",
      { boardId: tenders.id, title: "Halle Garibaldi" },
      201,
    );
    const found = async (query: string) =>
      (await ask<{ items: Task[] }>(`get /tasks?state=all&${query}`)).items.map(({ id }) => id);
    const q = (text: string) => found(`q=${encodeURIComponent(text)}`);
    expect(await q(made.reference.toLowerCase())).toEqual([made.id]);
    expect(await q("appel")).toEqual([made.id]);
    expect(await q("gari appels")).toEqual([made.id]);
    expect(await q("garibaldi chantiers")).toEqual([]);
    expect(await found(`q=appel&board=${tenders.id}`)).toEqual([]);
  });

  it("ask which board is meant where two hold a card of the same id", async () => {
    const other = (await newBoard(owner, "Second")).id;
    const { id } = await add({ title: "Première" });
    const { columns } = await ask<{ columns: { id: string }[] }>(`get /boards/${other}/cards`);
    const card = {
      kind: "card.create",
      card: id,
      column: columns[0]?.id,
      after: null,
      before: null,
    };
    await ask(`post /boards/${other}/ops`, { ops: [{ ...card, fields: { title: "Seconde" } }] });
    expect(await ask(`get /tasks/${id}`, undefined, 409)).toMatchObject({
      code: "board.card_ambiguous",
    });
    expect(await ask(`get /tasks/${id}?board=${other}`)).toMatchObject({ title: "Seconde" });
    expect(await ask(`get /tasks/${id}?board=${board}`)).toMatchObject({ title: "Première" });
  });

  it("of an archived board refuse changes", async () => {
    const closed = await newBoard(owner, "Clos");
    const made = await ask<Task>("post /tasks", { boardId: closed.id, title: "Figée" }, 201);
    await ask(`post /boards/${closed.id}/archive`, { version: 1 });
    const body = { version: made.version, changes: { title: "Libre" } };
    expect(await ask(`patch /tasks/${made.id}`, body, 409)).toMatchObject({
      code: "board.archived",
    });
  });

  it("are refused to readers, and open to an API token that holds the keys", async () => {
    const viewer = await organization.join("viewer");
    expect((await viewer.call("post /tasks", { boardId: board, title: "Non" })).status).toBe(403);
    const token = await ask<{ token: string }>(
      "post /tokens",
      {
        name: "Robot",
        permissions: ["boards.read", "boards.write"],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
      201,
    );
    const headers = { authorization: `Bearer ${token.token}` };
    const made = await owner.call("post /tasks", { boardId: board, title: "Par jeton" }, headers);
    expect(made.status).toBe(201);
    expect((await owner.call(`get /tasks?board=${board}`, undefined, headers)).status).toBe(200);
  });
});

describe("events of cards", () => {
  it("are written for webhooks alone: none without one, then one for each change of a card", async () => {
    await add({ title: "Personne n’écoute" });
    expect(await told()).toEqual([]);
    await ask(
      "post /webhooks",
      { url: "https://hooks.example.com/t", types: ["task.created"] },
      201,
    );
    const made = await add({ title: "Écoutée", status: "validation", tags: ["Permis"] });
    const changed = await ask<Task>(`patch /tasks/${made.id}`, {
      version: made.version,
      changes: { title: "Renommée", priority: "high" },
    });
    await ask(`delete /tasks/${made.id}`);
    const restored = await ask<Task>(`post /tasks/${made.id}/restore`);
    const shown = ({ projected: _projected, ...task }: Task) => task;
    expect(await told()).toEqual([
      { type: "task.created", id: made.id, after: shown(made) },
      { type: "task.updated", id: made.id, after: shown(changed) },
      { type: "task.deleted", id: made.id, after: null },
      { type: "task.restored", id: made.id, after: shown(restored) },
    ]);
  });

  it("come once, also when the projection comes again", async () => {
    const before = (await told()).length;
    const room = roomOf(organization, board);
    await room.reconcile(organization.tenant);
    await ask(
      "post /boards/" + board + "/ops",
      {
        ops: [{ kind: "card.delete", card: testId("crd", 404) }],
      },
      422,
    );
    expect((await told()).length).toBe(before);
  });

  it("collapse what happened to one card at once, and leave out what came to nothing", async () => {
    const before = (await told()).length;
    const { columns } = await ask<{ columns: { id: string }[] }>(`get /boards/${board}/cards`);
    const create = (n: number) => ({
      kind: "card.create",
      card: testId("crd", n),
      column: columns[0]?.id,
      after: null,
      before: null,
      fields: { title: `Lot ${n}` },
    });
    await ask(`post /boards/${board}/ops`, {
      ops: [
        create(501),
        { kind: "card.update", card: testId("crd", 501), set: { title: "Lot un" } },
        create(502),
        { kind: "card.delete", card: testId("crd", 502) },
      ],
    });
    const news = (await told()).slice(before);
    expect(news.map(({ type, after }) => [type, after?.title])).toEqual([
      ["task.created", "Lot un"],
    ]);
  });
});
