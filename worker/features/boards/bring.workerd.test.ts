import { beforeAll, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { newId } from "#domain/ids.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

const CARD = testId("crd", 1);
const COPY = testId("crd", 2);
const FILE = testId("fil", 1);
const nowhere = { after: null, before: null };

let firm: TestOrganization;
let owner: TestPerson;
let tom: TestPerson;
let [from, to] = ["", ""];

async function makeBoard(title: string, card: string): Promise<string> {
  const made = await owner.call("post /boards", { title });
  const { id } = await made.json<BoardView>();
  const { columns } = await (
    await owner.call(`get /boards/${id}/cards`)
  ).json<{ columns: { id: string }[] }>();
  const fields = { title: "Visa" };
  const op = { kind: "card.create", card, column: columns[0]?.id, ...nowhere, fields };
  expect((await owner.call(`post /boards/${id}/ops`, { ops: [op] })).status).toBe(200);
  return id;
}
const bring = (who: TestPerson, more: object = {}, headers?: Record<string, string>) =>
  who.call(
    `post /boards/${to}/cards/${COPY}/bring`,
    { from: { board: from, card: CARD }, ...more },
    headers,
  );
const comments = async (board: string, card: string) => {
  const told = await owner.call(`get /boards/${board}/cards/${card}/comments`);
  return (await told.json<{ items: { text: string; authorId: string; createdAt: string }[] }>())
    .items;
};

beforeAll(async () => {
  firm = await mintOrganization();
  ({ owner } = firm);
  tom = await firm.join("member", "Tom");
  [from, to] = [await makeBoard("Études", CARD), await makeBoard("Chantier", COPY)];
  await tom.call(`put /boards/${from}/files/${FILE}/parts/0`, { data: btoa("abc") });
  const about = { name: "plan.png", size: 3, type: "image/png" };
  await tom.call(`post /boards/${from}/files/${FILE}`, about);
  await tom.call(`put /boards/${from}/files/${FILE}/face`, { data: btoa("a") });
  const said = Array.from({ length: 12 }, (_, n) => ({
    kind: "comment.create",
    comment: testId("cmt", n + 1),
    card: CARD,
    text: `Remarque ${n + 1}`,
    mentions: [{ id: owner.userId, name: "Claire" }],
  }));
  const file = {
    kind: "card.update",
    card: CARD,
    set: {},
    files: { add: [{ id: FILE, ...about }] },
  };
  const worn = { kind: "card.update", card: CARD, set: { cover: FILE } };
  const pushed = await tom.call(`post /boards/${from}/ops`, { ops: [...said, file, worn] });
  if (pushed.status !== 200) throw new Error(await pushed.text());
});

test("files, cover and comments come along, under who wrote them and when, once, and are news to nobody", async () => {
  const unread = async () =>
    (await (await owner.call("get /notifications")).json<{ unread: number }>()).unread;
  const before = await unread();
  for (const key of [newId("req"), newId("req")]) {
    const brought = await bring(owner, {}, { "idempotency-key": key });
    expect(brought.status).toBe(200);
    expect(await brought.json()).toEqual({ files: 1, comments: 12 });
  }
  const told = (all: Awaited<ReturnType<typeof comments>>) =>
    all.map(({ text, authorId, createdAt }) => ({ text, authorId, createdAt }));
  expect(told(await comments(to, COPY))).toEqual(told(await comments(from, CARD)));
  const files = await (
    await owner.call(`get /boards/${to}/cards/${COPY}/files`)
  ).json<{ items: { by: string }[] }>();
  expect(files.items).toMatchObject([{ id: FILE, by: tom.userId }]);
  const bytes = await owner.call(`get /boards/${to}/files/${FILE}`);
  expect(await bytes.text()).toBe("abc");
  expect(bytes.headers.get("content-disposition")).toContain("plan.png");
  expect(await (await owner.call(`get /boards/${to}/files/${FILE}/face`)).text()).toBe("a");
  const task = await owner.call(`get /tasks/${COPY}?board=${to}`);
  expect(await task.json()).toMatchObject({ cover: FILE });
  expect(await unread()).toBe(before);
  // Tom's words stay Tom's: he may change them, the one who moved the card may not.
  const change = {
    kind: "comment.update",
    comment: testId("cmt", 1),
    text: "Corrigé",
    mentions: [],
  };
  const pushed = await owner.call(`post /boards/${to}/ops`, { ops: [change] });
  expect(await pushed.json()).toMatchObject({ code: "board.op_rejected" });
});

test("a copy leaves what people said where they said it", async () => {
  to = await makeBoard("Copie", COPY);
  expect(await (await bring(owner, { comments: false })).json()).toEqual({ files: 1, comments: 0 });
  expect(await comments(to, COPY)).toEqual([]);
});

test("who may not write there, and boards of others, bring nothing", async () => {
  const viewer = await firm.join("viewer", "Zoé");
  expect((await bring(viewer)).status).toBe(403);
  const other = await mintOrganization();
  expect((await bring(other.owner)).status).toBe(404);
  expect((await bring(owner, { from: { board: from, card: testId("crd", 9) } })).status).toBe(404);
  const forged = {
    kind: "card.bring",
    card: COPY,
    files: [],
    cover: null,
    watcherIds: [],
    comments: [],
  };
  const pushed = await owner.call(`post /boards/${to}/ops`, { ops: [forged] });
  expect(pushed.status).toBe(422);
});
