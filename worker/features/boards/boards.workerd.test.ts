import { beforeAll, expect, test } from "vitest";
import { BoardView, type ListedBoard, type TaskView } from "#domain/boards/view.ts";
import { testId } from "#domain/boards/testing.ts";
import type { SearchHit } from "#domain/search/api.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

let organization: TestOrganization;
let owner: TestPerson;

beforeAll(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
});

interface Cards {
  version: number;
  columns: { id: string; name: string; category: string }[];
  cards: { id: string; number: number; title: string; columnId: string }[];
}

async function create(title: string, person = owner): Promise<BoardView> {
  const answer = await person.call("post /boards", { title });
  expect(answer.status).toBe(201);
  return BoardView.parse(await answer.json());
}

async function read<T>(path: string, person = owner): Promise<T> {
  const answer = await person.call(`get ${path}`);
  expect(answer.status).toBe(200);
  return answer.json();
}

const cardOp = (n: number, column: string, fields: object) => ({
  kind: "card.create",
  card: testId("crd", n),
  column,
  after: null,
  before: null,
  fields,
});

async function columnOf(board: BoardView, category = "backlog"): Promise<string> {
  const { columns } = await read<Cards>(`/boards/${board.id}/cards`);
  return columns.find((column) => column.category === category)?.id ?? "";
}

test("a new board is committed whole and starts with five columns in its creator's language", async () => {
  const answer = await owner.call(
    "post /boards",
    { title: "Études & chantiers – T4" },
    { "idempotency-key": "board-etudes" },
  );
  const board = BoardView.parse(await answer.json());
  expect(board).toMatchObject({ prefix: "EC", version: 1, can: { write: true, manage: true } });
  const { columns } = await read<Cards>(`/boards/${board.id}/cards`);
  expect(columns.map((column) => column.name)).toEqual([
    "Backlog",
    "À faire",
    "En cours",
    "Validation",
    "Terminé",
  ]);
  await expectCommitted(organization, {
    type: "board.created",
    entityId: board.id,
    table: "boards",
    row: { title: "Études & chantiers – T4", prefix: "EC", archived_at: null },
    search: "Études & chantiers – T4",
    key: "board-etudes",
  });
});

test("ops over REST go through the object and are in lists and search when they are answered", async () => {
  const board = await create("Lycée Jean-Perrin");
  const column = await columnOf(board);
  const fields = { title: "Notice de sécurité incendie", dueOn: "2026-12-03", tags: ["Permis"] };
  const answer = await owner.call(`post /boards/${board.id}/ops`, {
    ops: [cardOp(1, column, fields)],
  });
  expect(await answer.json()).toMatchObject({
    projected: true,
    results: [{ outcome: "applied", reason: null }],
  });
  const tasks = await read<{ items: TaskView[] }>(`/tasks?board=${board.id}`);
  expect(tasks.items).toMatchObject([
    {
      reference: "LJP-1",
      title: "Notice de sécurité incendie",
      columnName: "Backlog",
      tags: ["Permis"],
    },
  ]);
  const found = await read<{ items: SearchHit[] }>("/search?q=incendie");
  expect(found.items).toMatchObject([
    { entity: "card", href: `/boards/${board.id}?card=${testId("crd", 1)}` },
  ]);
  await owner.call(`post /boards/${board.id}/ops`, {
    ops: [{ kind: "card.delete", card: testId("crd", 1) }],
  });
  expect((await read<{ items: SearchHit[] }>("/search?q=incendie")).items).toEqual([]);
  expect((await read<{ items: TaskView[] }>(`/tasks?board=${board.id}`)).items).toEqual([]);
});

test("the list tells when something last happened on each board, on its cards as well", async () => {
  const [board, quiet] = [await create("Zinguerie"), await create("Au repos")];
  const listed = async (id: string) => {
    const { items } = await read<{ items: ListedBoard[] }>("/boards");
    return items.find((one) => one.id === id);
  };
  expect((await listed(board.id))?.activeAt).toBe(board.updatedAt);
  const ops = [cardOp(1, await columnOf(board), { title: "Chéneaux" })];
  await owner.call(`post /boards/${board.id}/ops`, { ops });
  const tasks = await read<{ items: TaskView[] }>(`/tasks?board=${board.id}`);
  const after = await listed(board.id);
  expect(after?.activeAt).toBe(tasks.items[0]?.updatedAt);
  expect(after?.updatedAt).toBe(board.updatedAt);
  expect((await listed(quiet.id))?.activeAt).toBe(quiet.updatedAt);
});

test("a repeated request changes nothing and gets the same answer", async () => {
  const board = await create("Une fois");
  const column = await columnOf(board);
  const send = async () => {
    const answer = await owner.call(
      `post /boards/${board.id}/ops`,
      {
        ops: [cardOp(1, column, { title: "Une" }), { kind: "card.delete", card: testId("crd", 9) }],
      },
      { "idempotency-key": "ops-once-1" },
    );
    return answer.json<{ results: unknown[] }>();
  };
  const first = await send();
  expect(await send()).toMatchObject({ results: first.results });
  expect((await read<Cards>(`/boards/${board.id}/cards`)).version).toBe(6);
});

test("a key that comes back with other ops, for another board or on another route is refused", async () => {
  const [board, other] = [await create("Clef"), await create("Autre serrure")];
  const column = await columnOf(board);
  const key = { "idempotency-key": "ops-reused-1" };
  const send = (n: number, id = board.id) =>
    owner.call(`post /boards/${id}/ops`, { ops: [cardOp(n, column, { title: `Pli ${n}` })] }, key);
  expect((await send(1)).status).toBe(200);
  const attempts = [
    await send(2),
    await send(1, other.id),
    await owner.call("post /boards", { title: "Même clef" }, key),
  ];
  for (const refused of attempts) {
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "request.idempotency_reuse" });
  }
  const { cards } = await read<Cards>(`/boards/${board.id}/cards`);
  expect(cards.map(({ title }) => title)).toEqual(["Pli 1"]);
});

test("of two requests at once under one key, the one with other ops is refused", async () => {
  const board = await create("Ensemble");
  const column = await columnOf(board);
  const key = { "idempotency-key": "ops-at-once-1" };
  const answers = await Promise.all(
    [1, 2].map((n) =>
      owner.call(
        `post /boards/${board.id}/ops`,
        { ops: [cardOp(n, column, { title: `Pli ${n}` })] },
        key,
      ),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
  expect((await read<Cards>(`/boards/${board.id}/cards`)).cards).toHaveLength(1);
});

test("two boards may hold cards of the same id, each its own in every list", async () => {
  const [one, two] = [await create("Premier lot"), await create("Second lot")];
  for (const board of [one, two]) {
    const ops = [cardOp(1, await columnOf(board), { title: `Carte de ${board.title}` })];
    await owner.call(`post /boards/${board.id}/ops`, { ops });
  }
  for (const board of [one, two]) {
    const { items } = await read<{ items: TaskView[] }>(`/tasks?board=${board.id}`);
    expect(items).toMatchObject([{ title: `Carte de ${board.title}` }]);
  }
  expect((await read<{ items: SearchHit[] }>("/search?q=carte lot")).items).toHaveLength(2);
});

test("tasks come by due date, page by page, without those that are done", async () => {
  const board = await create("Plannings");
  const [todo, done] = [await columnOf(board, "todo"), await columnOf(board, "done")];
  const mathilde = testId("usr", 7);
  const ops = [
    cardOp(1, todo, { title: "Sans date" }),
    cardOp(2, todo, { title: "Décembre", dueOn: "2026-12-01", assigneeIds: [mathilde] }),
    cardOp(3, todo, { title: "Novembre", dueOn: "2026-11-24", clientId: testId("cli", 3) }),
    cardOp(4, done, { title: "Faite", dueOn: "2026-11-20" }),
    cardOp(5, todo, { title: "Sans date non plus" }),
  ];
  await owner.call(`post /boards/${board.id}/ops`, { ops });
  const titles = async (query: string) => {
    const page = await read<{ items: TaskView[] }>(`/tasks?board=${board.id}&${query}`);
    return page.items.map((task) => task.title);
  };
  expect(await titles("")).toEqual(["Novembre", "Décembre", "Sans date", "Sans date non plus"]);
  expect(await titles("state=all&dueBy=2026-11-24")).toEqual(["Faite", "Novembre"]);
  expect(await titles(`assignee=${mathilde}`)).toEqual(["Décembre"]);
  expect(await titles(`client=${testId("cli", 3)}`)).toEqual(["Novembre"]);
  const paged: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const more: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page: { items: TaskView[]; nextCursor: string | null } = await read(
      `/tasks?board=${board.id}&limit=1${more}`,
    );
    paged.push(...page.items.map((task) => task.title));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(await titles(""));
  expect((await owner.call("get /tasks?cursor=nonsense")).status).toBe(422);
});

test("when every op is refused the request fails and says why", async () => {
  const board = await create("Refus");
  const gone = { kind: "card.delete", card: testId("crd", 9) };
  const answer = await owner.call(`post /boards/${board.id}/ops`, { ops: [gone] });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    code: "board.op_rejected",
    params: { reasons: ["card_gone"] },
  });
  const bad = await owner.call(`post /boards/${board.id}/ops`, { ops: [{ kind: "card.fly" }] });
  expect(await bad.json()).toMatchObject({ code: "request.invalid" });
});

test("renaming at a stale version is a conflict that shows the board as it is", async () => {
  const board = await create("Avant");
  const rename = (version: number, title: string) =>
    owner.call(`patch /boards/${board.id}`, { version, changes: { title } });
  expect((await rename(1, "Après")).status).toBe(200);
  const stale = await rename(1, "Trop tard");
  expect(stale.status).toBe(409);
  expect(await stale.json()).toMatchObject({ params: { current: { title: "Après", version: 2 } } });
});

test("an archived board leaves the lists, stays readable and refuses ops until it is restored", async () => {
  const board = await create("Archives");
  const ops = [cardOp(1, await columnOf(board), { title: "Restée" })];
  await owner.call(`post /boards/${board.id}/ops`, { ops });
  const archived = await owner.call(`post /boards/${board.id}/archive`, { version: 1 });
  expect(await archived.json()).toMatchObject({ version: 2, can: { write: false } });
  const refused = await owner.call(`post /boards/${board.id}/ops`, { ops });
  expect(await refused.json()).toMatchObject({ code: "board.archived" });
  expect((await read<Cards>(`/boards/${board.id}/cards`)).cards).toHaveLength(1);
  expect((await read<{ items: TaskView[] }>(`/tasks?board=${board.id}`)).items).toEqual([]);
  const open = await read<{ items: BoardView[] }>("/boards");
  expect(open.items.map((item) => item.id)).not.toContain(board.id);
  const restored = await owner.call(`post /boards/${board.id}/restore`, { version: 2 });
  expect(await restored.json()).toMatchObject({ archivedAt: null });
  const again = await owner.call(`post /boards/${board.id}/ops`, {
    ops: [{ kind: "card.delete", card: testId("crd", 1) }],
  });
  expect(again.status).toBe(200);
});

test("a member changes cards but not columns, a viewer changes nothing, others see no board", async () => {
  const board = await create("Droits");
  const column = await columnOf(board);
  const member = await organization.join("member");
  const viewer = await organization.join("viewer");
  const rename = { kind: "column.update", column, set: { name: "Autre" } };
  const mixed = await member.call(`post /boards/${board.id}/ops`, {
    ops: [rename, cardOp(1, column, { title: "Du membre" })],
  });
  expect(await mixed.json()).toMatchObject({
    results: [{ reason: "forbidden" }, { outcome: "applied" }],
  });
  const refused = await viewer.call(`post /boards/${board.id}/ops`, { ops: [rename] });
  expect(refused.status).toBe(403);
  const stranger = (await mintOrganization("Ailleurs")).owner;
  for (const path of [`/boards/${board.id}`, `/boards/${board.id}/cards`]) {
    expect((await stranger.call(`get ${path}`)).status).toBe(404);
  }
});
