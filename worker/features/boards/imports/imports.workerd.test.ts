import { beforeAll, describe, expect, it } from "vitest";
import type { ImportCard, ImportColumn, ImportView } from "#domain/board-imports/model.ts";
import { newId } from "#domain/ids.ts";
import { newBoard } from "#objects/board/testing-room.ts";
import { systemClock } from "#worker/platform/clock.ts";
import {
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { sweepImports } from "./sweep-imports.ts";

let organization: TestOrganization;
let owner: TestPerson;

beforeAll(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
});

async function ask<T>(request: string, body?: unknown, status = 200, person = owner): Promise<T> {
  const answer = await person.call(request, body);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([status, expect.anything()]);
  return (text ? JSON.parse(text) : null) as T;
}

const fields = (title: string) => ({
  title,
  description: "",
  priority: "none" as const,
  dueOn: null,
  clientId: null,
  tags: ["Repris"],
  assigneeIds: [],
});

const cardsOf = (column: string, count: number, from = 1): ImportCard[] =>
  Array.from({ length: count }, (_, i) => {
    return { card: newId("crd"), row: from + i, column, fields: fields(`Carte ${from + i}`) };
  });

const column = (isNew = true) => {
  return { id: newId("col"), name: "Reprise", category: "todo" as const, wipLimit: null, isNew };
};

/** Announces an import and sends its cards in parts of ten. */
async function prepare(cards: ImportCard[], more: object, columns: ImportColumn[] = [column()]) {
  const input = { source: "trello", fileName: "tableau.json", boardId: null, title: "Repris" };
  const body = { ...input, columns, total: cards.length, ...more };
  const started = await ask<ImportView>("post /board-imports", body, 201);
  for (let at = 0; at < cards.length; at += 10) {
    const part = `put /board-imports/${started.id}/parts/${at / 10}`;
    await ask(part, { cards: cards.slice(at, at + 10) }, 204);
  }
  return started;
}

async function run(id: string): Promise<ImportView> {
  for (;;) {
    const view = await ask<ImportView>(`post /board-imports/${id}/run`);
    if (view.state !== "running" && view.state !== "undoing") return view;
  }
}

interface Cards {
  columns: { id: string; name: string }[];
  cards: { id: string; title: string; columnId: string }[];
}
const cardsOn = (board: string) => ask<Cards>(`get /boards/${board}/cards`);
const titles = async (board: string) => (await cardsOn(board)).cards.map(({ title }) => title);

describe("an import", () => {
  it("makes a board with its columns and cards, in their order, each once however often it runs", async () => {
    const into = column();
    const cards = cardsOf(into.id, 25);
    const { id, boardId, newBoard: made } = await prepare(cards, {}, [into]);
    expect(made).toBe(true);
    const done = await run(id);
    expect(done).toMatchObject({ state: "done", done: 25, refused: [], total: 25 });
    expect(await run(id)).toEqual(done);
    const board = await cardsOn(boardId);
    expect(board.columns.map(({ name }) => name)).toEqual(["Reprise"]);
    expect(board.cards.map(({ title }) => title)).toEqual(cards.map((card) => card.fields.title));
    const { items } = await ask<{ items: unknown[] }>(`get /tasks?board=${boardId}&limit=200`);
    expect(items).toHaveLength(25);
  });

  it("is cut off between board and row, and goes on without a double", async () => {
    const cards = cardsOf("", 20);
    const into = column();
    for (const card of cards) card.column = into.id;
    const { id, boardId } = await prepare(cards, {}, [into]);
    await run(id);
    const db = organization.db;
    const back = "UPDATE board_imports SET state = 'running', done = 0, next_part = 0 WHERE id = ?";
    await db.prepare(back).bind(id).run();
    expect(await run(id)).toMatchObject({ state: "done", done: 20, refused: [] });
    expect(await titles(boardId)).toHaveLength(20);
  });

  it("that its page left is gone on with by the sweep", async () => {
    const into = column();
    const { id, boardId } = await prepare(cardsOf(into.id, 12), {}, [into]);
    const left = "UPDATE board_imports SET state = 'running', updated_at = ? WHERE id = ?";
    await organization.db.prepare(left).bind("2026-01-01T00:00:00.000Z", id).run();
    await sweepImports(testEnv, systemClock, organization.tenant);
    expect(await ask(`get /board-imports/${id}`)).toMatchObject({ state: "done", done: 12 });
    expect(await titles(boardId)).toHaveLength(12);
  });

  it("waits for all of its cards, and takes no others than announced", async () => {
    const into = column();
    const cards = cardsOf(into.id, 12);
    const { id } = await prepare(cards.slice(0, 10), { total: 12 }, [into]);
    expect(await ask(`post /board-imports/${id}/run`, undefined, 409)).toMatchObject({
      code: "import.incomplete",
    });
    const stray = cardsOf(newId("col"), 1);
    await ask(`put /board-imports/${id}/parts/1`, { cards: stray }, 422);
    await ask(`put /board-imports/${id}/parts/1`, { cards: cards.slice(10) }, 204);
    await run(id);
    await ask(`put /board-imports/${id}/parts/2`, { cards: cards.slice(0, 1) }, 409);
  });

  it("goes into an existing board beside what is there, and tells what the board refused", async () => {
    const board = await newBoard(owner, "Déjà là");
    const before = await cardsOn(board.id);
    const known = { ...column(false), id: before.columns[0]?.id ?? "" };
    const own = await ask<{ id: string }>(
      "post /tasks",
      { boardId: board.id, title: "Mienne" },
      201,
    );
    const cards = [...cardsOf(known.id, 3), { ...cardsOf(known.id, 1, 4)[0]!, card: own.id }];
    const { id } = await prepare(cards, { boardId: board.id }, [known]);
    expect(await run(id)).toMatchObject({ state: "done", done: 4 });
    expect(await titles(board.id)).toEqual(["Mienne", "Carte 1", "Carte 2", "Carte 3"]);
    expect((await cardsOn(board.id)).columns).toEqual(before.columns);
    // What was there under the same id is nobody's to take back.
    await ask(`post /board-imports/${id}/undo`);
    expect(await run(id)).toMatchObject({ state: "undone", kept: 1 });
    expect(await titles(board.id)).toEqual(["Mienne"]);
  });

  it("is refused to whoever may not manage boards, and into an archived one", async () => {
    const member = await organization.join("viewer");
    const body = {
      source: "csv",
      fileName: "a.csv",
      boardId: null,
      title: "Non",
      columns: [column()],
      total: 0,
    };
    const refused = await ask("post /board-imports", body, 403, member);
    expect(refused).toMatchObject({ code: "permission.denied" });
    const board = await newBoard(owner, "Clos");
    await ask(`post /boards/${board.id}/archive`, { version: 1 });
    const closed = await ask("post /board-imports", { ...body, boardId: board.id }, 409);
    expect(closed).toMatchObject({ code: "board.archived" });
  });
});

describe("undoing an import", () => {
  it("takes every card back and archives the board that it made", async () => {
    const into = column();
    const { id, boardId } = await prepare(cardsOf(into.id, 25), {}, [into]);
    await run(id);
    await ask(`post /board-imports/${id}/undo`);
    expect(await run(id)).toMatchObject({ state: "undone", kept: 0 });
    expect(await titles(boardId)).toEqual([]);
    expect(await ask(`get /boards/${boardId}`)).toMatchObject({ archivedAt: expect.any(String) });
  });

  it("leaves what somebody changed since, and what was there before", async () => {
    const board = await newBoard(owner, "Habité");
    await ask("post /tasks", { boardId: board.id, title: "D’avant" }, 201);
    const into = column();
    const cards = cardsOf(into.id, 15);
    const { id } = await prepare(cards, { boardId: board.id }, [into]);
    await run(id);
    const changes = { title: "Reprise en main" };
    await ask(`patch /tasks/${cards[11]?.card}`, { version: 1000, changes });
    await ask(`post /board-imports/${id}/undo`);
    expect(await run(id)).toMatchObject({ state: "undone", kept: 1 });
    expect((await titles(board.id)).toSorted()).toEqual(["D’avant", "Reprise en main"]);
    expect((await cardsOn(board.id)).columns.map(({ name }) => name)).toContain("Reprise");
  });

  it("also of one that was cancelled on its way, and its columns go when they are empty", async () => {
    const board = await newBoard(owner, "Annulé");
    const into = column();
    const { id } = await prepare(cardsOf(into.id, 30), { boardId: board.id }, [into]);
    await run(id);
    const half =
      "UPDATE board_imports SET state = 'running', done = 10, next_part = 1 WHERE id = ?";
    await organization.db.prepare(half).bind(id).run();
    await ask(`post /board-imports/${id}/undo`, undefined, 409);
    await ask(`post /board-imports/${id}/cancel`);
    await ask(`post /board-imports/${id}/cancel`, undefined, 409);
    await ask(`post /board-imports/${id}/undo`);
    expect(await run(id)).toMatchObject({ state: "undone" });
    expect((await titles(board.id)).length).toBe(10);
    const { items } = await ask<{ items: ImportView[] }>("get /board-imports");
    expect(items[0]).toMatchObject({ id, state: "undone" });
  });
});
