import { beforeAll, expect, test } from "vitest";
import type { OffBoardCard } from "#domain/boards/archive-api.ts";
import type { WholeCardView } from "#domain/boards/parts-view.ts";
import type { TaskView } from "#domain/boards/view.ts";
import { testId } from "#domain/boards/testing.ts";
import type { SearchHit } from "#domain/search/api.ts";
import { mintOrganization, type TestPerson } from "#worker/platform/testing.ts";

let owner: TestPerson;
let board: string;
let columns: { id: string; wipBlock: boolean }[];

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const [list, item] = [testId("lst", 1), testId("itm", 1)];
const card = (n: number) => testId("crd", n);

async function read<T>(path: string): Promise<T> {
  const answer = await owner.call(`get ${path}`);
  expect(answer.status).toBe(200);
  return answer.json();
}

async function push(...ops: object[]) {
  const answer = await owner.call(`post /boards/${board}/ops`, { ops });
  return { status: answer.status, body: await answer.json<Record<string, unknown>>() };
}

const createOp = (n: number, title: string) => ({
  kind: "card.create",
  card: card(n),
  column: columns[0]?.id,
  after: null,
  before: null,
  fields: { title },
});

beforeAll(async () => {
  ({ owner } = await mintOrganization());
  const made = await owner.call("post /boards", { title: "Quai" });
  ({ id: board } = await made.json<{ id: string }>());
  ({ columns } = await read<{ columns: typeof columns }>(`/boards/${board}/cards`));
  const titles = ["Étude de sol", "Métré des façades", "Visa des plans"];
  await push(...titles.map((title, n) => createOp(n + 1, title)));
});

test("checklists are read with their lines in order, counted in lists and found by the search", async () => {
  const items = { [item]: { list, text: "Récupérer le spectre", done: true } };
  const checklists = { [list]: { name: "Avant envoi" } };
  await push({ kind: "card.update", card: card(1), set: { cover: "c2" }, checklists, items });
  const { cards } = await read<{ cards: WholeCardView[] }>(`/boards/${board}/cards`);
  expect(cards.find(({ id }) => id === card(1))).toMatchObject({
    cover: "c2",
    archived: false,
    checklists: [{ name: "Avant envoi", items: [{ text: "Récupérer le spectre", done: true }] }],
  });
  const { items: hits } = await read<{ items: SearchHit[] }>("/search?q=spectre");
  expect(hits.map(({ title }) => title)).toEqual(["Étude de sol"]);
});

test("archived cards leave board and lists, are listed and found in the archive, and come back", async () => {
  await push({ kind: "card.archive", card: card(2) }, { kind: "card.delete", card: card(3) });
  const { cards } = await read<{ cards: WholeCardView[] }>(`/boards/${board}/cards`);
  expect(cards.map(({ id }) => id)).toEqual([card(1)]);
  const { items: tasks } = await read<Page<TaskView>>(`/tasks?board=${board}`);
  expect(tasks.map(({ id }) => id)).toEqual([card(1)]);
  const archive = `/boards/${board}/archive`;
  const { items: archived } = await read<Page<OffBoardCard>>(archive);
  expect(archived).toMatchObject([
    { id: card(2), reference: "QUAI-2", title: "Métré des façades" },
  ]);
  const { items: deleted } = await read<Page<OffBoardCard>>(`${archive}?state=deleted&q=visa`);
  expect(deleted.map(({ id }) => id)).toEqual([card(3)]);
  const found = async (q: string) => {
    const { items } = await read<Page<OffBoardCard>>(`${archive}?q=${q}`);
    return items.length;
  };
  expect([await found("facades"), await found("visa"), await found("%25")]).toEqual([1, 0, 0]);
  await push({ kind: "card.unarchive", card: card(2) }, { kind: "card.restore", card: card(3) });
  expect((await read<Page<OffBoardCard>>(archive)).items).toEqual([]);
});

test("the archive comes in pages, what was changed last first", async () => {
  await push(...[1, 2, 3].map((n) => ({ kind: "card.archive", card: card(n) })));
  const first = await read<Page<OffBoardCard>>(`/boards/${board}/archive?limit=2`);
  const next = `/boards/${board}/archive?limit=2&cursor=${first.nextCursor}`;
  const second = await read<Page<OffBoardCard>>(next);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(ids.toSorted()).toEqual([card(1), card(2), card(3)]);
  expect(second.nextCursor).toBeNull();
  const bad = await owner.call(`get /boards/${board}/archive?cursor=x`);
  expect(bad.status).toBe(422);
  const none = await owner.call(`get /boards/${testId("brd", 99)}/archive`);
  expect(none.status).toBe(404);
  await push(...[1, 2, 3].map((n) => ({ kind: "card.unarchive", card: card(n) })));
});

test("a column is archived with its cards: none of them is on a list any more, all of them come back", async () => {
  const column = columns[0]?.id;
  await push({ kind: "column.archive", column });
  const now = await read<{ columns: { id: string }[]; cards: WholeCardView[] }>(
    `/boards/${board}/cards`,
  );
  expect([now.columns.length, now.cards.length]).toEqual([columns.length - 1, 0]);
  expect((await read<Page<TaskView>>(`/tasks?board=${board}`)).items).toEqual([]);
  await push({ kind: "column.unarchive", column });
  expect((await read<Page<TaskView>>(`/tasks?board=${board}`)).items).toHaveLength(3);
});

test("a full column that blocks refuses a card, and says why", async () => {
  const column = columns[0]?.id;
  const set = { wipLimit: 3, wipBlock: true };
  await push({ kind: "column.update", column, set });
  const { body } = await push(createOp(4, "De trop"));
  expect(body).toMatchObject({ code: "board.op_rejected", params: { reasons: ["wip_limit"] } });
  await push({ kind: "column.update", column, set: { wipBlock: false } });
  expect((await push(createOp(5, "De plus"))).body["results"]).toMatchObject([
    { outcome: "applied" },
  ]);
});
