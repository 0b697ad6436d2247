import { beforeAll, expect, test } from "vitest";
import type { CardChange, CommentView } from "#domain/boards/comments-api.ts";
import type { Op } from "#domain/boards/ops.ts";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import type { NotificationView } from "#domain/notifications/model.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

let firm: TestOrganization;
let owner: TestPerson;
let tom: TestPerson;
let board: string;
const CARD = testId("crd", 1);

interface Page {
  items: NotificationView[];
  nextCursor: string | null;
  unread: number;
}

async function read<T>(person: TestPerson, path: string): Promise<T> {
  const answer = await person.call(`get ${path}`);
  expect(answer.status).toBe(200);
  return answer.json();
}
const told = (person: TestPerson, query = "") => read<Page>(person, `/notifications${query}`);

async function push(person: TestPerson, ops: unknown[], key?: string) {
  const headers = key ? { "idempotency-key": key } : {};
  const answer = await person.call(`post /boards/${board}/ops`, { ops }, headers);
  expect(answer.status).toBe(200);
  return answer.json<{ results: { outcome: string; reason: string | null }[] }>();
}

const comment = (n: number, text: string, ...people: TestPerson[]): Op => ({
  kind: "comment.create",
  comment: testId("cmt", n),
  card: CARD,
  text,
  mentions: people.map(({ userId }) => ({ id: userId, name: "Tom" })),
});

beforeAll(async () => {
  firm = await mintOrganization();
  ({ owner } = firm);
  tom = await firm.join("member", "Tom");
  const made = await owner.call("post /boards", { title: "Chantier Quimper", prefix: "CQ" });
  board = (await made.json<BoardView>()).id;
  const { columns } = await read<{ columns: { id: string }[] }>(owner, `/boards/${board}/cards`);
  const nowhere = { after: null, before: null };
  await push(owner, [
    {
      kind: "card.create",
      card: CARD,
      column: columns[0]?.id,
      ...nowhere,
      fields: { title: "Note de calcul" },
    },
  ]);
});

test("whoever is mentioned, given a card or watches it is told, once and not by their own deeds", async () => {
  await push(owner, [comment(1, "@Tom peux-tu relire ?", tom)], "comment-1");
  await push(owner, [comment(1, "@Tom peux-tu relire ?", tom)], "comment-1");
  await push(owner, [comment(1, "@Tom peux-tu relire ?", tom)], "comment-2");
  expect(await told(owner)).toEqual({ items: [], nextCursor: null, unread: 0 });
  const first = await told(tom);
  expect(first.items).toMatchObject([
    {
      subject: "card",
      kind: "mention",
      boardId: board,
      boardTitle: "Chantier Quimper",
      cardTitle: "Note de calcul",
      reference: "CQ-1",
      excerpt: "@Tom peux-tu relire ?",
      readAt: null,
      actorId: owner.userId,
    },
  ]);
  const assignees = { add: [tom.userId], remove: [] };
  await push(owner, [{ kind: "card.update", card: CARD, set: {}, assignees }]);
  await push(tom, [comment(2, "Je regarde.")]);
  expect((await told(tom)).items.map(({ kind }) => kind)).toEqual(["assigned", "mention"]);
  // The owner commented before, and so watches the card.
  expect((await told(owner)).items.map(({ kind }) => kind)).toEqual(["comment"]);
  await push(owner, [{ kind: "card.watch", card: CARD, on: false }]);
  await push(tom, [comment(3, "Fait.")]);
  expect((await told(owner)).items).toHaveLength(1);
});

test("they are read one by one, or all up to one, by whom they are for", async () => {
  const { items, unread } = await told(tom);
  expect(unread).toBe(2);
  const [newest, oldest] = items.map(({ id }) => id);
  expect((await owner.call("post /notifications/read", { upTo: newest })).status).toBe(204);
  expect((await told(tom)).unread).toBe(2);
  await tom.call("post /notifications/read", { ids: [oldest], read: true });
  expect((await told(tom, "?state=unread")).items.map(({ id }) => id)).toEqual([newest]);
  await tom.call("post /notifications/read", { ids: [oldest], read: false });
  expect((await told(tom)).unread).toBe(2);
  await tom.call("post /notifications/read", { upTo: newest });
  expect((await told(tom)).unread).toBe(0);
  const page = await told(tom, "?limit=1");
  expect(page.nextCursor).toBe(newest);
  expect((await told(tom, `?limit=1&cursor=${newest}`)).items[0]?.id).toBe(oldest);
});

test("a deleted comment says nothing any more, and who may not read boards is told nothing", async () => {
  await push(owner, [{ kind: "comment.delete", comment: testId("cmt", 1) }]);
  const mention = (await told(tom)).items.find(({ kind }) => kind === "mention");
  expect(mention?.excerpt).toBeNull();
  const outsider = await firm.join("viewer", "Zoé");
  await firm.restrict(outsider, ["clients.read"]);
  await push(owner, [comment(9, "@Zoé et toi ?", outsider)]);
  expect(await told(outsider)).toEqual({ items: [], nextCursor: null, unread: 0 });
});

test("a card's comments come from its object, its history from the log", async () => {
  const comments = await read<{ items: CommentView[] }>(
    tom,
    `/boards/${board}/cards/${CARD}/comments`,
  );
  expect(comments.items.map(({ text }) => text)).toEqual(["Je regarde.", "Fait.", "@Zoé et toi ?"]);
  const nobodys = await push(tom, [
    { kind: "comment.update", comment: testId("cmt", 9), text: "Non", mentions: [] },
    { kind: "card.update", card: CARD, set: { title: "Note de calcul sismique" } },
  ]);
  expect(nobodys.results[0]).toEqual({ outcome: "rejected", reason: "forbidden" });
  const path = `/boards/${board}/cards/${CARD}/history`;
  const history = await read<{ items: CardChange[]; next: number | null }>(tom, `${path}?limit=2`);
  expect(history.items[0]).toMatchObject({
    action: "card.update",
    actorId: tom.userId,
    changes: [{ field: "title", before: "Note de calcul", after: "Note de calcul sismique" }],
  });
  const rest = await read<{ items: CardChange[] }>(tom, `${path}?before=${history.next}`);
  expect(rest.items.at(-1)?.action).toBe("card.create");
});
